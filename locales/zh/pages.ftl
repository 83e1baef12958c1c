# The start page
home-greeting = { $name }，您好

# Lists and records
view-list = 列表
group-record = 记录
record-title = 名称
record-as-of = 这是 { $date } 当日结束时的状态（仅限保留历史的字段）。
record-now = 回到现在
record-look-back = 查看过去
record-look-back-hint = 显示记录在某日结束时的状态。
stale-hint = 请为每个字段选择要保留的值。只有一方修改过的已自动选好。

# What somebody did, after their name
history-create = 创建了此记录
history-update = 修改了此记录
history-trash = 将此记录移到回收站
history-restore = 恢复了此记录
history-purge = 永久删除了此记录
history-merge = 将另一条记录合并到此记录
history-unmerge = 撤销了合并
history-attach = 添加了文件
history-detach = 移除了文件
history-share = 共享给 { $name }：{ $level }
history-share-until = 共享给 { $name }，截至 { $until }：{ $level }
history-unshare = 收回了给 { $name } 的共享
history-security = 更改了此用户的登录方式

# Trash and merge
action-purge = 永久删除
trash-purged = 已永久删除
merge-compare = 对比
merge-other = 查找与 { $name } 相同的记录。
merge-preview = 尚未做任何更改。与另一条记录关联的一切都会转到保留的记录，合并可以撤销。

# Filters in words
filter-me = 我
filter-this-week = 本周
filter-last-week = 上周
filter-next-week = 下周
filter-this-month = 本月
filter-last-month = 上月
filter-next-month = 下月
filter-this-quarter = 本季度
filter-last-quarter = 上季度
filter-next-quarter = 下季度
filter-this-year = 今年
filter-last-year = 去年
filter-next-year = 明年
filter-last-days =
    { $count ->
       *[other] 最近 { $count } 天
    }
filter-next-days =
    { $count ->
       *[other] 未来 { $count } 天
    }

# The parts of an address
address-street = 街道
address-city = 城市
address-region = 省/州
address-postcode = 邮政编码
address-country = 国家

# Figures
figures-and = 再按
figures-period = 周期
figures-statistic = 统计量
figures-days = { $number } 天
bucket-day = 日
bucket-week = 周
bucket-month = 月
bucket-quarter = 季度
bucket-year = 年

# Signing in
password-hint = 至少 8 个字符；最好是只有您知道的几个词。

# Settings
settings-own = 个人
settings-running = 运行维护
settings-search = 查找设置
settings-profile-hint = 您的语言、时区、通知和密码。
settings-factor-hint = 除密码外再用手机验证码，仅凭密码无法登录。
settings-general = 公司
settings-programs = 程序接口
settings-zone-hint = IANA 时区名称，例如 Europe/Paris。
settings-looks-hint = Cordee 在此浏览器中的外观和操作方式。
settings-theme = 主题
settings-days = 日期
settings-style-hint = 未选择时按您语言的习惯。
settings-clock = 时间
settings-start = 起始页面
settings-password-change = 修改密码
settings-password-set = 设置密码
settings-password-set-hint = { $name } 今后用此密码登录；所有已打开的会话都会结束。
sessions-hint = 您已登录的浏览器。请结束不认识的会话。
tokens-hint = 令牌可让程序通过 API 代表您操作，权限不超过您本人。
tokens-never-ends = 永不
role-imports = 可以导入文件
role-tags = 可以新建标签
role-shares = 可以共享自己能修改的记录
see-as-bar = 您正以 { $name } 的视角查看，只读，截至 { $until }。
see-as-end = 结束
action-see-as = 以此人视角查看
role-administers = 管理工作区：用户、角色、设置
role-fixed = 此角色管理工作区，不可更改，以免无人能够管理。
role-other-objects = 其他所有
journal-title = 审计日志
journal-hint = 谁在何时、通过何种入口做了什么，全部记在一条无法悄悄改动的链上。检查会读完整条链并告知是否完好。
journal-verify = 检查整条链
journal-sound = 全部 { $count } 条记录完好。链尾为 { $head }。
journal-broken = 前 { $count } 条记录完好，第 { $number } 条不符：被更改、移动或删除。

# Import, page by page
wizard-look = 查看列
wizard-unsure = 此文件可有多种读法。请查看示例；如有误，请选择其他编码或分隔符。
wizard-ambiguous = 这些值可有多种读法。
wizard-mode = 操作
wizard-mode-create = 仅新建
wizard-mode-create-and-update = 新建并更新
wizard-mode-update = 仅更新
wizard-take-near = 采用建议值
wizard-checked-part = 只检查了前 { $count } 行；其余在导入时检查。
wizard-creates = { $object }：将新建缺少的 { $count } 条
wizard-failed = 导入中断：文件无法读完。
wizard-stopped = 导入已停止，可从停止处继续。
wizard-rows-done = 已完成行数：{ $count }
wizard-match-hint = 不选则按列自动决定。
wizard-choose-files = 文件
wizard-object-hint = 留空则根据文件名和列自动判断。
wizard-files = { $count } 个文件
wizard-files-hint = 按从上到下的顺序导入，以便文件之间的关联能找到对应记录。
wizard-columns-known = 已识别 { $all } 列中的 { $known } 列
wizard-look-at-it = 有些内容可有多种读法，请查看各列。
wizard-links-later = 指向后面行的关联将在第二轮设置。
wizard-links-judged = 这些文件之间的关联在导入时检查。
wizard-links-of = { $object }的关联
wizard-keep-columns = 保留
wizard-all-files = 所有文件
wizard-waits = 正在等待前面的文件。
wizard-undo-all = 撤销所有文件
wizard-undo-all-ask = 这些文件创建的一切都将移除，修改过的内容恢复原状。

# Saved views
views-keep = 保存更改
views-save-new = 另存为新视图…
views-edit = 重命名和共享…
views-left = 左移
views-right = 右移
views-first = 默认打开
views-not-first = 不再默认打开
views-first-me = 为我默认打开
views-not-first-me = 不再为我默认打开
views-delete = 删除视图
views-actions = 视图操作
settings-numbers = 数字
settings-start-hint = 未选择时使用角色的起始页：{ $place }。
