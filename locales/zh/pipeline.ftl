pipeline = 销售管道
pipeline-many = 销售管道
pipeline-new = 新建销售管道
pipeline-help = 商机从开始到赢单或输单依次经过的各个阶段。
pipeline-name = 名称
pipeline-description = 描述
pipeline-order = 顺序
pipeline-active = 启用

# 新工作区的销售管道及模板
pipeline-default-sales = 销售
pipeline-default-seven-steps = 七步销售法
pipeline-default-four-steps = 四步销售法
pipeline-contact-days = 未联系天数
pipeline-key-stage = 关键阶段
pipeline-found-key-stage = 历史数据得出的关键阶段
pipeline-template = 起始模板
pipeline-template-sales = 常用销售阶段
pipeline-template-seven-steps = 七步销售法
pipeline-template-four-steps = 四步销售法
pipeline-counts-from = 从此阶段起计为有效商机
pipeline-explains-skips = 跳过阶段须说明原因
