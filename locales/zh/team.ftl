team = 团队
team-many = 团队
team-new = 新建团队
team-help = 一起工作的人；团队可以看到其下级团队所见的内容。
team-name = 名称
team-parent = 所属团队
team-manager = 主管
team-region = 区域
