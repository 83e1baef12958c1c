team = 团队
team-many = 团队
team-new = 新建团队
team-help = 一起工作的人；团队可以看到其下级团队所见的内容。
team-name = 名称
team-parent = 所属团队
team-manager = 主管
team-region = 区域
# The tree of teams
teams-keys = 将团队拖到另一个团队之下，或在其行上按 Alt 和 → 或 ←。人员也可以拖到其他团队。
teams-none = 还没有团队。添加第一个，看看谁和谁一起工作。
teams-below = 添加下级
teams-move = 将 { $name } 移到其他团队
teams-loose =
    { $count ->
        [0] 所有人都已有团队
       *[other] { $count } 人没有团队
    }
teams-more = 还有 { $count } 人
