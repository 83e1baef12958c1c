# How to begin, above the reference
api-intro = 程序用请求头“Authorization: Bearer 令牌”登录；请在“API 令牌”下创建令牌。您无权查看的内容视为不存在。记录可以按读取时的样子连同修改一起发回；每次拒绝都会指出每个字段以及怎样才正确。

# What can be done with the records of each object
api-list = 列出记录
api-create = 新建记录
api-upsert = 修改具有此值的记录，没有则新建
api-bulk = 一次新建、修改和删除多条记录，逐行给出结果
api-aggregate = 分组并汇总记录
api-read = 读取一条记录
api-update = 修改记录中指定的字段
api-delete = 把记录放入回收站
api-restore = 从回收站恢复记录
api-purge = 永久删除记录（仅管理员）
api-history = 记录发生过什么
api-access = 某人可以对记录做什么及原因（管理员和所有者；任何人可查自己）
api-shares = 记录共享给了谁
api-share = 把记录共享给某人或团队，或更改共享方式
api-share-end = 收回共享
api-transfers = 某人名下的记录以及已移交的内容
api-transfer = 移交某人名下的记录，或仅查看将移交的内容
api-transfer-undo = 撤销移交

# What can be done beside records
api-me = 您是谁、可以做什么
api-objects = 您能看到的所有对象及其字段
api-openapi = OpenAPI 格式的 API 文档
api-metrics = 有哪些指标
api-metric = 查询一个指标
api-tokens = 您的令牌
api-token-create = 创建令牌；其密钥只显示一次
api-token-end = 撤销令牌
api-sessions = 您在哪里登录
api-session-end = 结束一个会话
api-confirm = 在重要操作前再次确认身份
api-password = 修改自己的密码
api-factor = 您的双重验证状态
api-factor-begin = 开始设置双重验证
api-factor-on = 用第一个验证码开启；恢复码只告知一次
api-factor-codes = 生成新的恢复码
api-factor-off = 关闭双重验证
api-security-events = 安全日志：您本人的，管理员可看全员
api-user-link = 生成让某人设置密码的一次性链接
api-user-factor = 重置某人的双重验证
api-user-sessions = 将某人全部退出登录

# What operations take
api-parameter-id = 编号，13 个字母和数字
api-parameter-name = 指标名称
api-parameter-filter = 哪些记录：简短写法，或以花括号开头的 JSON
api-parameter-sort = 排序，用逗号分隔；“-”表示从大到小。第一个须是：{ $options }
api-parameter-fields = 只要这些字段，用逗号分隔
api-parameter-field = 仅此字段的变更
api-parameter-include = 其记录一并放在“included”下的链接，用逗号分隔
api-parameter-limit = 最多多少条
api-parameter-user = 仅与此人有关的，按 ID
api-parameter-event = 仅此类事件
api-parameter-cursor = 上一页的“next”
api-parameter-count = “exact”表示全部计数
api-parameter-as-of = 某一时刻或某一天结束时的样子，只要字段保留了历史
api-parameter-trash = “true”表示改为回收站里的内容
api-parameter-by = 按什么分组，用逗号分隔或重复给出：字段（也可经由链接），日期可加时间段
api-parameter-sum = 要相加的字段，用逗号分隔；金额以公司货币的整单位计
api-parameter-min = 要最小值的字段，用逗号分隔
api-parameter-max = 要最大值的字段，用逗号分隔
api-parameter-avg = 要平均值的字段，用逗号分隔
api-parameter-before = 只要此编号之前的条目
api-parameter-from = 从这一天起
api-parameter-to = 到这一天为止（含）
api-parameter-statistic = 如何由多个数得出一个数
api-parameter-if-match = 修改所依据的版本，即“ETag”给出的值；“*”表示任何现有版本
api-parameter-if-match-maybe = 所看到的版本，即“ETag”给出的值，如果它必须仍然有效
api-parameter-if-none-match = 已有的版本：若仍有效则返回 304
api-parameter-idempotency-key = 您为此请求起的名称，最多 255 个字符：一天内重复发送不会重复执行，并得到相同的答复
api-parameter-match = 用什么查找记录：外部 ID，或取值不重复的字段

# What changed since a cursor
api-changes = 自某游标以来的变更，最早的在前
api-parameter-since = 上一次回答中的“next”；“latest”表示从现在起；不填则从头开始
api-parameter-objects = 仅这些对象，用逗号分隔
api-parameter-records = “true”会附上每条记录当前的内容
api-search = 按内容查找任意对象的记录
api-parameter-q = 要查找的内容，任何文字和写法都可以

# 文件
api-attachments = 记录的文件
api-attachment-add = 向记录添加文件
api-upload = 上传尚不属于任何记录的文件，一天之内可填入字段
api-attachment = 一个附件
api-attachment-content = 附件的内容；用“Range”可取其中一部分
api-attachment-thumbnail = 图片附件的缩略图
api-attachment-remove = 移除附件；可以恢复
api-attachment-restore = 恢复已移除的附件
api-import-plan = 发送要导入的文件；系统会建议其内容
api-import-plan-read = 对要导入的文件的建议与决定
api-import-plan-decide = 决定文件内容及各列含义
api-import-plan-discard = 放弃这些文件
api-import-plan-check = 每一行会如何处理；不写入任何内容
api-import-plan-problems = 每一行的所有问题，按 JSON 行给出
api-import-plan-start = 导入这些文件
api-imports = 已有的导入
api-import = 一次导入及其进度
api-import-stop = 停止导入；可以继续
api-import-resume = 从停止处继续导入
api-import-undo = 撤销导入
api-import-rejected = 被拒绝的行及原因，CSV 格式
api-import-run = 一起开始的多个文件的导入
api-import-run-stop = 停止整批
api-import-run-resume = 继续整批
api-import-run-undo = 撤销整批
api-parameter-plan = 保存这些文件所用的名称
api-parameter-inline = “true”在浏览器中显示图片和 PDF；其他文件只供下载
api-parameter-unread = 只看未读
api-today = 今天等您处理的事项（按栏目）以及本月至今的业绩
api-snooze = 把一条记录推迟到某一天，仅对自己有效；不写日期则立即恢复
api-parameter-whose = 谁的记录：“me”“team”或“all”；未写时先看自己的，没有则看您能看到的全部
api-parameter-snoozed = “true” 同时显示已推迟的事项
