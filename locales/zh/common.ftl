# What something is called, and what it is
pair = { $label }：{ $text }

# 所有对象共有的字段
field-id = ID
field-created-at = 创建时间
field-created-by = 创建人
field-updated-at = 更新时间
field-updated-by = 更新人
field-version = 版本
field-source = 来源系统
field-source-system = 来源系统
field-foreign-id = 来源系统 ID
field-deleted-at = 删除时间
field-name = 名称
field-owner = 负责人
field-parent = 归属于
field-position = 顺序

# 表单和记录中的字段分组
group-main = 基本信息
group-access = 访问权限
group-formats = 语言与时间
group-reach = 联系方式
group-company = 公司
group-about = 关于
group-when = 时间
group-result = 结果
group-sale = 销售
group-next = 下一步
group-closing = 结单
group-price = 价格
group-forecast = 预测
group-buying = 购买流程
group-more = 更多
group-rules = 规则

# 值
yes = 是
no = 否
none = 无
no-data = 暂无数据

# 时间；期间的数字以文本传入，使年份不分组
today = 今天
yesterday = 昨天
tomorrow = 明天
days-ago = { $count } 天前
days-ahead = { $count } 天后
days = { $count } 天
period-week = { $year }年第{ $number }周
period-quarter = { $year }年第{ $number }季度
field-followed = 我关注
