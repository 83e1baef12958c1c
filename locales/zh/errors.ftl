# 发生了什么：错误页面或问题文档的标题
problem-not-found = 这里没有内容，或者您无权查看。
problem-sign-in-needed = 请先登录。
problem-not-allowed = 您无权执行此操作。管理员可以调整您的角色。
problem-invalid = 有些内容需要先更正。
problem-stale = 其间有人修改了这条记录。请查看改动后再保存。
problem-conflict = 与已有内容冲突。
problem-too-large = 超出了一次可接受的量。
problem-busy = 系统繁忙，请在 { $seconds } 秒后重试。
problem-full = 服务器磁盘已满，无法保存。请告知管理员。
problem-read-only = Cordee 目前为只读状态：可以查看所有内容，稍后即可再次修改。
problem-internal = 我们这边出了问题。您的数据安全无损，请重试。
problem-method = 此地址不接受这种请求。

# 带字段名称的错误
error-at = { $field }：{ $sentence }

# 任意字段
error-required = 请填写此项。
error-read-only = 此项不可修改。
error-read-only-now = 记录处于当前状态时，此项不可修改。
error-condition-reckoned = 计算字段无人填写，不能设置条件。
error-condition-reads = “{ $name }”的条件使用了这个字段。请先修改该条件。
error-invalid-value = “{ $value }”不适用于此处。
error-unique = “{ $value }”已被占用。请换一个值，或打开已有记录。
error-unknown-field = 没有字段“{ $name }”。您是不是想用“{ $nearest }”？
error-unknown-field-plain = 没有字段“{ $name }”。

# 文本
error-text = 请输入文本。
error-text-long = 最多 { $limit } 个字符，现有 { $length } 个。
error-email = “{ $value }”不是电子邮箱地址。格式如 name@example.com。
error-phone = “{ $value }”不是电话号码。请带上国家代码，如 +86 10 6552 9988。
error-url = “{ $value }”不是网址。格式如 https://example.com。
error-address = 无法将“{ $value }”识别为地址。请填写街道、邮编、城市和国家。

# 数字与金额
error-number = “{ $value }”不是数字。格式如 1250.5。
error-number-decimals =
    { $decimals ->
        [0] 请输入整数。
       *[other] 最多 { $decimals } 位小数。
    }
error-number-range = 请输入 { $min } 到 { $max } 之间的数字。
error-percent = “{ $value }”不是百分比。格式如 15 或 15%。
error-money = “{ $value }”不是金额。格式如 1250.50 EUR。
error-money-decimals =
    { $decimals ->
        [0] { $currency } 没有小数，请输入整数金额。
       *[other] { $currency } 最多 { $decimals } 位小数。
    }
error-money-large = 金额过大。请检查位数。
error-currency = “{ $value }”不是货币。请使用三个字母的代码，如 EUR 或 USD。
error-rate-missing = 当日没有 { $currency } 的汇率。请在“汇率”中添加。

# 日期与时间
error-date = “{ $value }”不是日期。格式如 2026-11-21。
error-time = “{ $value }”不是时间。格式如 17:41。
error-moment = “{ $value }”不是日期时间。格式如 2026-11-21T17:41:00Z。
error-period = 这不是有效期间。请选择日、周、月、季度或年，且开始早于结束。
error-zone = “{ $value }”不是时区。请使用 Europe/Paris 这样的名称。
error-language = Cordee 没有语言“{ $value }”。请使用 en、fr、ru、uk 或 zh。

# 选项与关联
error-yes-no = “{ $value }”既不是“是”也不是“否”。请使用 true 或 false。
error-choice = 没有选项“{ $value }”。可选：{ $options }。
error-choice-retired = 选项“{ $value }”已停用。请另选。
error-link-missing = { $object }：没有找到“{ $value }”。请选择已有记录，或先新建。
error-choosable = { $object }：所选内容与此记录的其他字段不符。请另选相符的一项。
error-tag = “{ $value }”不能用作标签。标签最多 { $limit } 个字，不能含逗号、分号和竖线。
error-tag-unknown = 没有标签“{ $value }”，而且您的角色不能新建标签。
error-tag-twice = 已有标签“{ $value }”。如要合为一个，请合并它们。
error-tag-apart = 只有同一字段的标签才能合并。
error-link-ambiguous = { $object }：有 { $count } 条记录与“{ $value }”相符。请按 ID 选择。
error-loop = 记录不能是自己的上级。请另选。
error-share-object = 这些记录不能单独共享，它们随所属的记录一起共享。
error-share-one = 请选择一个人或一个团队。
error-share-self = 您已经有权限了，请选择其他人。
error-share-past = 请选择将来的时间。
error-share-longer = 共享给您的期限只到 { $until }，不能共享更久。
error-see-self = 这已经是您自己的页面。
error-see-inactive = 此人目前不在职，看不到任何内容。
error-see-more = 此人的权限比您大。您只能以权限不超过您的人的视角查看。
error-transfer-self = 记录已在其名下，请选择其他人。
error-transfer-filter = 使用筛选时请只选择一类记录。
error-transfer-undone = 该移交已经撤销。
error-stage-none = 此销售管道没有对应的阶段。请先添加。
error-deal-open = 此商机仍在进行中。请标记为赢单或输单，或填写预计结单日期。
error-committee-twice = 此人在该商机中已有此角色。请选择其他角色，或修改原有角色。

# 记录
error-any-link = “{ $value }”不是记录：请写明对象和 ID，例如 account:01JC8V7N4QK2M。
error-any-link-object = 此字段不能关联{ $object }。可关联：{ $options }。
error-id = “{ $value }”不是 ID。ID 由 13 位字母和数字组成，如 01JC8V7N4QK2M。
error-path-many = “{ $name }”关联多条记录，此处不能按其后的字段设条件。
error-path-any = “{ $name }”可以指向任何对象的记录。这里只能使用限定了对象的关联。
error-path-kinds = “{ $name }”可指向的对象中，同名字段各不相同，因此不能一起设条件。
error-version = 记录版本缺失或无法识别。请提交您最后读取的版本。
error-deleted = 此记录在回收站中。请先恢复。
error-in-use = 仍有 { $count } 条记录在使用它（{ $object }）。请先修改这些记录。
error-not-mergeable = 这些记录无法合并。请选择两条同类记录。
error-lines-of = { $object } 的记录不能有明细。请选择不从属于其他对象的对象。
error-line-of-trashed = 这是回收站中某条记录（{ $object }）的明细。恢复那条记录，明细会一并恢复。
error-same-record = 这是同一条记录。请另选。
error-merged-further = 此记录之后又被合并。请先撤销较晚的合并。
error-action-not-now = 以记录目前的状态无法执行此操作。请重新查看。

# 列表与指标
error-filter = 筛选条件在“{ $at }”处无法识别。应为：{ $expected }。
error-filter-end = 筛选条件不完整。应为：{ $expected }。
error-filter-depth = 筛选条件嵌套过深，最多 { $limit } 层。
error-filter-size = 筛选条件过多，最多 { $limit } 条。
error-operator = 此处不能使用“{ $operator }”。可用：{ $operators }。
error-sort = 不能按“{ $name }”排序。可用：{ $options }。
error-limit = 一次可请求 1 到 { $max } 条记录。
error-cursor = 此分页标记已失效。请从第一页重新开始。
error-parameter = 没有参数“{ $name }”。可用：{ $options }。
error-parameter-twice = 参数“{ $name }”出现了两次。请只写一次。
error-aggregate = 此处无法计算“{ $name }”。可用：{ $options }。
error-metric = 没有指标“{ $name }”。可用：{ $options }。
error-report = 没有报告“{ $name }”。可用：{ $options }。
error-statistic = 此指标没有统计量“{ $name }”。可用：{ $options }。

# 提交的内容
error-json = JSON 有误：{ $detail }。
error-json-type = 此处应为以下类型的 JSON：{ $wanted }；收到的是 { $value }。
error-body-large = 内容过大。最多 { $limit } 字节。
error-key = 键须为一行 1 到 { $limit } 个 ASCII 字符，且只发送一个。
error-key-reused = 此键已用于另一个请求。请换一个新的。
error-key-running = 使用此键的请求仍在处理中。请稍后再试。
error-origin = 此请求来自其他网站，已被拒绝。请打开 Cordee 后重试。

# 登录
error-sign-in = 邮箱或密码不正确。
error-throttled = 尝试次数过多。请在 { $seconds } 秒后重试。
error-password-wrong = 这不是您当前的密码。
error-password-short = 密码太短，至少 { $min } 个字符。
error-password-long = 密码太长，最多 { $max } 个字符。
error-password-common = 此密码过于常见。请使用几个只有您知道的词。

# 文件
error-file-empty = 文件是空的。请选择含标题行和至少一行数据的文件。
error-file-not-table = 此文件不含记录（{ $kind }）。请使用 CSV、Excel（.xlsx）、JSON 或名片（.vcf）。
error-file-columns = 文件有 { $count } 列，最多 { $limit } 列。
error-file-encoding = 无法按 { $value } 读取文件。请另选编码，或将文件另存为 UTF-8。
error-file-delimiter = “{ $value }”不能作为列分隔符。请使用逗号、分号、制表符或其他单个字符。
error-file-truncated = 文件中断：从第 { $line } 行开始的记录不完整。请取得完整的文件后重试。
error-file-broken = 文件已损坏，无法按 { $kind } 读取（{ $detail }）。请在原程序中重新保存后重试。
error-file-unpacks = 解压后文件超过 { $limit } MB，或与其大小不符。请以 CSV 导入。
error-file-locked = 文件有密码保护。请去掉密码后重试。
error-file-sheet = 文件中没有工作表“{ $value }”。现有工作表：{ $options }。
error-file-object = 无法判断 { $file } 中是哪类记录。请注明：account={ $file }。
error-export-cell = 有文本超出 Excel 单元格的长度。请导出为 CSV 或 JSON。
error-export-all = 完整归档以自有格式包含全部数据：请去掉此选项。
error-copy-same = 这就是要复制的数据库。请指定另一个。
error-file-changed = 导入开始后文件有改动。请重新导入，或恢复原文件。
error-file-missing = 没有文件“{ $value }”。请检查名称和文件夹。
error-import-elsewhere = 此导入正在别处进行。请等待，或再次查看其进度。
error-import-begun = 这些文件已在导入。
error-import-object = 请说明 { $file } 中是什么内容；从文件名和列无法判断。
error-row-short = 此行有 { $count } 个单元格，应有 { $expected } 个。请补齐。
error-row-long = 此行有 { $count } 个单元格，应有 { $expected } 个。含分隔符的文本需要加引号。
error-row-cell-too-large = 此单元格过长。最多 { $limit } 字节。
error-row-quotes = 此单元格的引号在数行之后才闭合，多行可能已连在一起。请修正引号。
error-row-encoding = 无法按 { $value } 读取此处。请另选编码，或将文件另存为 UTF-8。
error-mapping = 列对应关系有误：{ $detail }。
error-column = 没有列“{ $name }”。可用：{ $options }。
error-range = 请输入 { $least } 到 { $most } 之间的数字。
error-too-many = 最多 { $limit } 个。请先停用一些。
error-links-many = 此处最多可关联 { $limit } 条记录。
error-name = “{ $value }”不能用作名称。请以小写拉丁字母开头，后接字母、数字和下划线。
error-option-in-use = 有 { $count } 条记录使用此选项。请改为停用：已有记录保留，但不能再选择。

# Formulas
error-formula-number = 第 { $column } 列：“{ $value }”不是数字。请写成 1250.5 这样的形式。
error-formula-quote = 第 { $column } 列：从这里开始的文本没有结束。请以 " 结尾。
error-formula-sign = 第 { $column } 列：“{ $value }”在公式中没有含义。可用 + - * / % & = != < > <= >= 和括号。
error-formula-sign-needed = 第 { $column } 列：“{ $value }”不能接在这里。它前面需要 + 或 & 等符号，或者公式到此结束。
error-formula-value-needed = 第 { $column } 列：“{ $value }”不能放在这里。这里需要一个值：数字、"文本"、字段或函数。
error-formula-ends = 公式不完整：第 { $column } 列缺少一个值。
error-formula-bracket = 第 { $column } 列的括号没有闭合。请加上 )。
error-formula-deep = 第 { $column } 列：括号最多嵌套 { $limit } 层。请把其中一部分放到单独的公式字段里。
error-formula-function = 第 { $column } 列：没有函数“{ $name }”。可用的有 { $options }。
error-formula-clock = 第 { $column } 列：不能使用“{ $name }”，因为结果会保存下来，到明天就不对了。请改用日期字段，或使用“早于今天”之类的筛选。
error-formula-arguments = 第 { $column } 列：“{ $name }”的写法是 { $usage }。
error-formula-field = 第 { $column } 列：没有字段“{ $name }”。您是指“{ $nearest }”吗？
error-formula-field-plain = 第 { $column } 列：没有字段“{ $name }”。请使用字段的 API 名称，例如 amount 或 account.name。
error-formula-link = 第 { $column } 列：“{ $name }”是关联。请写出关联记录的字段，例如 { $name }.name。
error-formula-kind = 第 { $column } 列：“{ $name }”不能用于公式。可以使用文本、数字、金额、百分比、日期、时间、是/否、关联和单选。
error-formula-steps = 第 { $column } 列：“{ $name }”跨了不止一层关联。公式只能读取本记录及与它直接关联的记录。
error-formula-no-link = 第 { $column } 列：“{ $name }”不是关联，点号后面不能再接字段。
error-formula-type = 第 { $column } 列：这里的类型是“{ $found }”，但需要“{ $wanted }”。
error-formula-constant = 第 { $column } 列：这里必须直接写出，例如 { $usage }。
error-formula-cycle = 这个公式会依赖它自己，因为它读取的内容依赖“{ $name }”。请去掉它。
error-formula-result = 公式现在得到“{ $found }”，但字段保存的是“{ $wanted }”。请保持原来的类型，或新建一个字段。
error-formula-reads = 公式“{ $name }”使用了这个字段。请先修改或停用该公式。

# 记录的文件
error-file-large = 文件太大。单个文件不能超过 { $limit } MB。
error-files-person = 您的文件已占用 { $has } MB，上限为 { $limit } MB。请移除一些文件，或请管理员增加空间。
error-files-workspace = 公司所有文件合计不能超过 { $limit } MB，已放不下这个文件。请告知管理员。
error-file-nothing = “{ $name }”是空文件。
error-file-mismatch = “{ $name }”的扩展名是 { $ending }，但它实际上是 { $kind } 文件。请改正扩展名，或选择正确的文件。
error-file-unlike = “{ $name }”并不是名称所示的 { $kind } 文件。文件可能已损坏，或扩展名有误。
error-file-name = 请说明文件名：Content-Disposition: attachment; filename="offer.pdf"
error-files-many = 一次的文件太多。最多发送 { $limit } 个。
error-upload-broken = 上传中断，请重新发送。
error-file-value = “{ $value }”不是文件。请先上传（POST /api/v1/attachments），再填写其 ID；表格无法带入文件。
error-file-unknown = 这里没有可用的文件：请先上传，并在一天之内填写其 ID。
error-file-in-field = 此文件是某个字段的值。请在该字段中移除或替换。
error-undo = 无法再撤销：该记录的最后一次更改不是您做的。
error-snooze-past = 请选择今天之后的日期。
error-snooze-many = 同时最多可推迟 { $max } 条记录。

# The arrangement of objects
error-layout-twice = “{ $name }”在这里出现了两次，请只保留一处。
error-layout-required = “{ $name }”必须填写，因此不能移出表单。请先为它设定默认值，或将它保留。
error-layout-retired = 字段“{ $name }”已停用。请先重新启用它，或不要列出。
error-layout-heading = 每个分组需要一个不超过 { $limit } 个字符的标题，写在冒号之前：标题: { $names }
error-layout-board = 这种对象没有看板，因此没有卡片。
error-layout-related = 没有名为“{ $name }”的关联指向这里。可用：{ $options }。
error-stage-holds = 此阶段还有 { $count } 个进行中的商机，请先将它们移到其他阶段。
error-picklist-fixed = Cordee 依据这些选项进行计算，因此不能增减，但可以改名。
error-filter-followed = “{ $name }”因人而异，汇总不能依赖它。

# What the columns of a board ask for
error-asked-field = “{ $column }”要求先填写此项。
error-asked-tick = “{ $column }”要求先完成：{ $name }。
error-asked-because = 此处跳过了阶段：{ $columns }。此销售管道要求说明原因。
error-column-holds = 此处还有 { $count } 条进行中的记录（{ $object }），请先将它们移走。
error-stage-goal = 请选择同一销售管道中商机仍在进行的其他阶段。
error-stage-many = 此阶段有 { $count } 个进行中的商机，一次最多移动 { $most } 个。请先在列表中批量移动，再停用此阶段。
error-criterion-twice = 该阶段已要求此字段。
error-criterion-field = “{ $value }”不是由人填写的商机字段，请另选一个。
