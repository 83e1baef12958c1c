# Words that parts of a page need of themselves
ui-nav-open = 展开菜单
ui-trail = 当前位置
ui-person-menu = 个人菜单
ui-theme-system = 跟随系统
ui-theme-light = 浅色
ui-theme-dark = 深色
ui-more = 更多
ui-pages = 分页
ui-connection-lost = 无法连接 Cordee，您输入的内容已保留。

# The filter bar
ui-filter-hint = 筛选，例如 amount > 1000
ui-filter-field = 字段
ui-filter-operator = 条件
ui-filter-value = 值

# Forms and records
ui-currency = 币种
ui-nothing-found = 未找到
tags-make = 新建“{ $name }”
tags-remove = 移除
ui-save-and-new = 保存并新建
ui-steps = 阶段
ui-from = 原值：
ui-to = 新值：
ui-history-more = 更早的更改

# The board
ui-boards = 看板
ui-move-refused = 无法移动。
ui-in-column = 在此列：{ $time }

# Keys
ui-keys = 键盘快捷键
ui-key-filter = 转到筛选或搜索
ui-key-next = 向下移动
ui-key-previous = 向上移动
ui-key-help = 显示此帮助
ui-key-undo = 撤销刚才的操作

# Registers, figures, import, API
ui-actions = 操作
ui-show = 显示
ui-share = 与最大值相比
ui-row = 行
ui-problem = 问题
ui-problems = 问题列表
ui-refresh = 刷新
ui-example = 请求
ui-answer = 响应

# What others do meanwhile
live-here = 也在查看
live-looks = { $name } 正在查看
live-edits = { $name } 正在修改
live-take = 采用
live-compare = 对比
live-both = 您也修改了：{ $fields }
live-more = { $count } 条新记录
live-gone = 这条记录已不在此处，或您已无权查看。
live-changed = { $name } 修改了：
live-changed-by-you = 您在别处修改了：

# The search box
search-recent = 最近打开
search-key-choose = 选择
search-key-open = 打开
search-key-actions = 仅操作
search-key-number = 按编号或 ID
command-copy-link = 复制链接

# A record beside its list
side-title = 列表旁预览
side-whole = 打开完整页面

# More keys
ui-key-beside = 在列表旁预览
keys-here = 本页
keys-everywhere = 全局
keys-lists = 列表与看板
keys-record = 记录
keys-forms = 表单
keys-on = 输入文字时快捷键不会触发。可在此关闭单键快捷键：
keys-off = 单键快捷键已关闭，Ctrl 组合键仍可用。可在此开启：

# What is to be done next with a record, on top of its page
next-none = 尚未安排下一步
next-undated = 未定日期
next-change = 更改
next-late = 已逾期 { $count } 天

# The people around a record, as a map
circle-add = 添加人员
circle-lacks = 还缺什么
circle-nobody = 暂无
circle-others = 同一客户的其他人：
circle-remove = 从图中移除
circle-hidden = 您无权查看的人员
circle-never = 尚未联系
circle-none = 尚无已知人员。
keys-map = 在人员图中
circle-stance = 态度未知
known-choose = 选择
circle-key-walk = 在人员之间移动
circle-key-change = 更改其角色

# The history of one field
field-history = 历史记录
field-history-empty = 空
field-history-now = 当前
field-history-under-a-day = 不到一天
field-history-none = 这里尚无变更。
