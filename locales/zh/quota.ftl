quota = 销售指标
quota-many = 销售指标
quota-new = 新建指标
quota-help = 一位销售或一个团队在一个月、一个季度或一年内要完成的赢单额。
quota-title = 指标
quota-period = 期间
quota-first-day = 首日
quota-last-day = 末日
quota-owner = 归属人
quota-team = 团队
quota-series = 产品系列
quota-amount = 应完成额
quota-full-amount = 全额指标
quota-ramp = 各月百分比
quota-ramp-from = 月份起算日
quota-group-ramp = 新人爬坡

# A quota split into parts
action-split = 拆分
action-split-done = 已拆分，各部分之和与指标完全一致
action-split-into = 拆分到
action-split-by = 按何比例（不选则平均）
quota-into-people = 团队成员
quota-into-teams = 下级团队
quota-into-quarters = 季度
quota-into-months = 月份
quota-by-equal = 平均分配
quota-by-won = 按上年同期赢单额

# What a quota can't be
error-quota-period = “{ $value }”不是有效期间。请填写年、季度或月份，例如 { $options }。
error-quota-lead = 该团队没有负责人。请注明指标归属人，或先指定团队负责人。
error-quota-negative = 指标不能小于 0。
error-quota-ramp = 无法识别“{ $value }”。请依次填写第一个月、第二个月等各月的百分比，每个为 0 到 100：0, 25, 50, 75, 100。
error-quota-twice = 已有相同的指标：{ $title }，{ $amount }。请修改它，或选择其他期间或产品系列。
error-split-no-team = 这是个人指标。只有团队指标可拆分到成员或团队；请选择季度或月份。
error-split-period = { $period } 不包含这样的期间。年可拆为季度或月份，季度可拆为月份。
error-split-nobody = 没有可分配的对象。请先为团队添加成员，或选择其他拆分方式。
error-split-done = 各部分均已存在，合计 { $parts }，指标为 { $whole }。请直接修改它们。
error-split-over = 现有部分合计 { $parts }，超过 { $whole }。请先调低它们，或调高指标。
error-split-currency = 有一部分使用 { $currency }。各部分须与整体币种一致，请先修改该部分。
error-split-nothing-won = 上年同期没有赢单，无法按比例拆分。请平均分配。
