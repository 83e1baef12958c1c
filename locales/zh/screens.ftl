# 框架与导航
app-name = Cordee
nav-main = 主导航
nav-home = 今日
nav-board = 看板
nav-reports = 报表
nav-all-reports = 全部报表
nav-settings = 设置
nav-trash = 回收站
nav-api-docs = API 文档
nav-skip = 跳到正文
nav-menu = 菜单
nav-collapse = 收起菜单
nav-profile = 个人资料
nav-back = 返回
nav-search = 搜索
nav-create = 新建

# 操作；名称-done 是随后的提示
action-create = 新建
action-create-done = 已新建
action-edit = 编辑
action-edit-done = 已修改
action-save = 保存
action-save-done = 已保存
action-cancel = 取消
action-close = 关闭
action-delete = 移到回收站
action-delete-done = 已移到回收站
action-restore = 恢复
action-restore-done = 已恢复
action-merge = 合并
action-merge-done = 已合并
action-merge-with = 与之合并（将消失的记录的 ID）
action-merge-take = 采用其中的字段
action-unmerge = 撤销合并
action-unmerge-done = 已撤销合并
action-unmerge-lost = 被合并记录的 ID
action-undo = 撤销
action-undo-done = 已撤销
action-convert = 转化
action-convert-done = 已转化
action-convert-account = 客户
action-convert-contact = 联系人
action-convert-deal = 商机名称
action-convert-amount = 金额
action-convert-owner = 商机负责人
action-convert-without-deal = 不创建商机
action-unconvert = 撤销转化
action-unconvert-done = 已恢复为线索
action-win = 标记为赢单
action-win-done = 赢单，恭喜。
action-win-amount = 金额
action-win-actual-close-date = 赢单日期
action-win-win-reason = 赢单原因
action-win-handover = 交接说明
action-win-skipped-because = 跳过阶段的原因
action-lose = 标记为输单
action-lose-done = 已标记为输单
action-lose-loss-reason = 输单原因
action-lose-loss-note = 经验总结
action-lose-competitor = 竞争对手
action-lose-actual-close-date = 输单日期
action-reopen = 重新打开
action-reopen-done = 已重新打开
action-disqualify = 标为无效
action-disqualify-done = 已标为无效
action-disqualify-disqualify-reason = 原因
action-move = 移动
action-move-done = 已移动
action-export = 导出
action-export-done = 文件已就绪
action-export-as = 导出为 { $format }
action-export-vcard = 导出为名片
action-import = 导入
action-import-done = 已导入
action-open = 打开
action-copy = 复制
action-copy-done = 已复制
action-revoke = 吊销
action-revoke-done = 已吊销

# 列表
list-filter = 筛选
list-filter-add = 添加筛选
list-filter-remove = 移除此筛选
list-filter-clear = 清除筛选
list-filter-and = 且
list-filter-or = 或
list-sort = 排序
list-sort-up = 升序
list-sort-down = 降序
list-columns = 列
list-group = 分组
list-page-next = 下一页
list-page-previous = 上一页
list-count = { $count } 条记录
list-count-more = { $limit }+ 条记录
list-count-exact = 统计全部
list-select-all = 全选
list-select-row = 选择此行
list-view-save = 保存为视图
list-view-all = 全部记录
list-none-title = 这里还没有内容
list-none-found = 没有符合这些筛选条件的记录。

# 筛选运算符
operator-is = 等于
operator-is-not = 不等于
operator-contains = 包含
operator-starts-with = 开头为
operator-has = 含有
operator-has-all = 含有全部
operator-has-not = 不含
operator-greater = 大于
operator-at-least = 不小于
operator-less = 小于
operator-at-most = 不大于
operator-is-empty = 为空
operator-is-not-empty = 不为空

# 表单
form-required = 必填
form-none = 未设置
form-faults = 有 { $count } 处需要更正。
form-yours = 您的修改
form-theirs = 其间保存的内容

# 记录
record-details = 详情
record-history = 历史
record-no-next-step = 没有下一步
record-previous = 上一条记录
record-next = 下一条记录
record-history-empty = 还没有修改
record-in-trash = 此记录在回收站中。
record-show-all = 显示全部
timeline-title = 时间线
timeline-write = 写记录
timeline-search = 在时间线中搜索
timeline-sort = 类型
timeline-all = 全部
timeline-who = 经办人
timeline-everybody = 所有人
timeline-from = 从
timeline-to = 到
timeline-show = 显示
timeline-reset = 显示全部
timeline-none = 没有符合条件的内容。
timeline-planned = 计划中
timeline-comments = 评论
timeline-changes = 变更
timeline-done = 完成
timeline-logged = 已记录
undo-field = 撤销此更改
undo-done = 已恢复原值
undo-anyway = 恢复
undo-changed = 此后又有更改。当前值：{ $now }。将恢复为：{ $old }。
in-place-changed = { $name } 已修改此项，现在为：
in-place-theirs = 保留对方的
in-place-form = 打开表单

# 修改来自哪里
door-page = 页面
door-api = API
door-import = 导入
door-transfer = 移交
door-command-line = 命令行
door-automation = 自动化
door-system = Cordee 系统

# 看板
board-weighted = 加权
board-probability = 赢单概率
board-more = 显示更多
board-lately = 最近 { $days } 天内结束
board-move-to = 移到
board-move = 移动
board-moved = { $name } 已移到 { $column }

# 指标
figures-title = 指标
figures-help = 任意时段、任意维度的单项指标，每个数字都可查看背后的记录。
figures-by = 维度
figures-from = 从
figures-to = 至
figures-as-of = 截至
figures-value = 值
figures-records = 记录
figures-no-data = 所选条件暂无数据

# 分步导入
wizard-step-file = 文件
wizard-step-mapping = 列
wizard-step-check = 检查
wizard-step-run = 导入
wizard-file-hint = CSV（分隔符和编码不限）、Excel（.xlsx）、JSON 或名片（.vcf）。表格第一行为列名。
wizard-choose-object = 文件里是什么？
wizard-encoding = 编码
wizard-delimiter = 分隔符
wizard-delimiter-comma = 逗号 ,
wizard-delimiter-semicolon = 分号 ;
wizard-delimiter-tab = 制表符
wizard-delimiter-pipe = 竖线 |
wizard-sheet = 工作表
wizard-column = 列
wizard-field = 字段
wizard-samples = 示例
wizard-leave-out = 不导入
wizard-match-by = 按此匹配已有记录
wizard-create-missing = 新建缺少的内容
wizard-incomplete = 允许行不完整
wizard-incomplete-hint = 用于历史数据：仅在某条件下必填的字段可以留空。
wizard-near-at = { $column }：没有“{ $value }”。是不是“{ $name }”？
wizard-check = 只检查，不导入
wizard-checked = { $all } 行中有 { $good } 行无误。
wizard-problems =
    { $count ->
        [0] 没有发现问题
       *[other] { $count } 个问题
    }
wizard-begin = 导入 { $count } 行
wizard-time-left = 剩余 { $time }
wizard-stop = 停止
wizard-resume = 继续
wizard-undo = 撤销此次导入
wizard-undo-ask = 此次导入新建的内容会消失，修改过的内容会恢复原样。
wizard-undo-done = 已撤销导入
wizard-rejected-file = 下载被拒的行
wizard-none = 还没有导入。请从 CSV 文件导入客户、联系人和商机。

# 回收站
trash-title = 回收站
trash-empty = 回收站是空的。
trash-hint = 记录会保留在这里，直到被恢复或永久删除。
trash-deleted-at = 删除时间

# 确认
confirm-no-undo = 此操作无法撤销。

# 合并
merge-title = 合并两条记录
merge-hint = 请为每个字段选择要保留的值。两条记录的关联内容都不会丢失。

# 提示：记录刚刚发生了什么
toast-created = 已新建 { $name }
toast-updated = 已保存 { $name }
toast-deleted = { $name } 已移到回收站
toast-restored = 已恢复 { $name }
toast-merged = 已合并 { $name }

# 登录
sign-in-title = 登录
sign-in-email = 电子邮箱
sign-in-password = 密码
sign-in-submit = 登录
sign-in-again = 会话已结束，请重新登录。
sign-out = 退出登录
sign-out-done = 您已退出登录
first-admin-title = 欢迎使用 Cordee
first-admin-hint = 请创建第一位管理员。此链接只能使用一次。
first-admin-submit = 创建管理员

# 设置、用户与角色
settings-title = 设置
settings-profile = 个人资料
settings-appearance = 外观
settings-language = 语言
settings-password = 密码
settings-password-now = 当前密码
settings-password-new = 新密码
settings-password-changed = 密码已修改
settings-workspace = 工作区
roles-permissions = 权限
roles-object = 对象
roles-fields = 字段
sessions-title = 会话
sessions-here = 当前浏览器
sessions-end = 结束此会话
sessions-end-others = 结束其他所有会话
sessions-ended = 会话已结束
tokens-title = API 令牌
tokens-none = 还没有 API 令牌
tokens-once = 请立即复制令牌，它只显示一次。
tokens-never-used = 从未使用

# 空白页面
empty-account = 客户是您销售的对象，可以是公司或个人。新建第一个，或导入文件。
empty-contact = 联系人是与您沟通的人。新建第一个，或导入文件。
empty-lead = 线索是可能有意购买的人。新建第一条，或导入文件。
empty-opportunity = 商机是您正在跟进的销售。新建第一个，或导入文件。
empty-product = 产品是您销售的东西。新建第一个，或导入文件。
empty-activity = 电话、会议和任务会显示在这里。记录第一项活动吧。
empty-demo = 载入演示数据

# 错误页面
error-page-home = 返回首页
error-page-id = 供管理员参考：{ $id }

# Search
search-box = 搜索全部内容
search-hint = 输入姓名、邮箱的一部分、电话号码或 ID；拼写有误也能找到。
search-none = 没有找到“{ $text }”。
search-go = 前往

# 明细：在所属记录中直接编辑的记录
lines-add = 添加明细
lines-place = 第 { $place } 行
lines-cell = { $field }，第 { $place } 行
lines-up = 上移第 { $place } 行
lines-down = 下移第 { $place } 行
lines-remove = 移除第 { $place } 行
lines-gone = 保存时移除：{ $name }
lines-keep = 保留第 { $place } 行
lines-edit = 编辑明细
lines-total = 合计
lines-taken-away = 已移除
lines-keys = Enter：下一行 · Alt ↑ ↓：移动
action-step-done = 完成此步
action-step-done-done = 已完成，并计划了下一步
action-step-done-next-step = 接下来做什么
action-step-done-next-step-date = 时间
action-plan-step = 计划下一步
action-plan-step-done = 已计划下一步
action-plan-step-next-step = 做什么
action-plan-step-next-step-date = 时间
action-note-task = 记为任务
action-note-task-done = 任务已记下
action-note-task-subject = 做什么
action-note-task-owner = 由谁
action-note-task-due-date = 截止日期
action-complete = 标记为完成
action-complete-done = 已完成
action-take-up = 开始跟进
action-take-up-done = 线索已开始跟进
board-group = 分组方式
board-layout = 布局
board-columns = 列
board-sections = 分区
board-without = 无
board-dot-overdue = 下一步已逾期
board-dot-today = 下一步在今天
board-dot-later = 下一步已计划
board-dot-none = 没有计划

# What may be there already
alike-title = 可能已存在
alike-first = 可能已有这条记录。请先查看下方，或仍然创建。
alike-anyway = 仍然创建
alike-use = 使用这条
alike-move = 移到这里
alike-new-tab = （在新标签页打开）
alike-same = { $field }相同
alike-similar = { $field }相近
duplicates-title = 可能的重复
duplicates-intro = 与较早记录的邮箱、电话、域名、编码或公司名称相同的记录。比较两条即可合并，合并可以撤销。
duplicates-looked = 已查看 { $count } 条记录，从最新的开始。
duplicates-next = 查看更早的
duplicates-some = 可能有 { $count } 条重复
verb-new-if-empty = 留空则新建“{ $name }”
verb-may-be-meant = 可能是
lookup-create = 新建“{ $name }”
people-met = 上次联系：
people-met-never = 尚未联系
tree-more = 另有：
tree-many = 许多
# Ways with their steps, and things in an order
action-duplicate = 创建副本
action-duplicate-done = 已创建副本，阶段相同
action-duplicate-name = 副本名称
action-retire = 停用
action-retire-done = 已停用，其中的数据都会保留。
action-reuse = 恢复使用
action-reuse-done = 已恢复使用
steps-held = 进行中
steps-none = 这里还没有内容，请在下面添加。
steps-begin-empty = 不含阶段
steps-board = 看板
steps-retired = 已停用
steps-where = 此处进行中的{ $objects }：{ $count }。它们将移到您指定的位置；已结束的保留不动。
steps-to = 移到
ordered-place = 顺序

# What is asked for where a record stands, before it goes on
asks-before = 离开“{ $column }”之前：
asks-done = 已全部完成
asks-missing = （尚缺）
asks-because = 写明原因后，只需满足商机当前所在阶段的要求。
asks-skipped = 跳过：{ $columns }。此销售管道要求说明原因。
step-skipped = 已跳过：{ $step }
step-asks-title = “{ $step }”的要求
step-asks-help = 商机离开此阶段之前，所选字段必须填写，检查清单必须勾选。退回或输单时不作要求。
step-asks-fields = 必须填写
step-asks-checklist = 检查清单
step-asks-new = 新的清单项
step-asks-take = 移除
steps-asks = 要求
steps-asks-nothing = 无

# 逐个安排下一步
plan-title = 安排下一步
plan-intro = 输入要做的事和时间。按 Enter 保存并继续，按 ↑ 和 ↓ 在商机之间移动。
plan-when = 明天、周五、+3 或日期
plan-done = 已安排在 { $day }
plan-more = 此处为前 { $count } 个，安排完后会显示其余的。
plan-none = 每个商机都有注明日期的下一步。
