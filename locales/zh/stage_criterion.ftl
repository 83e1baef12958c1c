stage-criterion = 推进条件
stage-criterion-many = 推进条件
stage-criterion-new = 新建推进条件
stage-criterion-help = 商机推进之前该阶段的要求：必须填写的字段，或检查清单中的一项。
stage-criterion-stage = 阶段
stage-criterion-name = 要做的事
stage-criterion-field = 商机字段
stage-criterion-order = 顺序

# What the stages of the invented company ask for
criterion-invented-need = 客户亲口说明了需求
criterion-invented-sent = 报价方案已发送
criterion-invented-price = 已与决策人谈过价格
criterion-invented-terms = 条款已书面确认
