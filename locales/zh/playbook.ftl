# 模板中每一步的目的、要做的事和要问的问题
stage-method-prospecting = 判断这家公司是否可能需要我们，并找到愿意交谈的人。目标是第一次对话，而不是成交。
stage-playbook-prospecting =
    - 写下为什么是这家公司、为什么是现在。
    - 找到两位受此问题困扰的人，而不只一位。
    - 询问：“目前你们怎么处理？代价是多少？”
    - 每次通话结束前约定下一次的日期。
stage-method-qualification = 共同判断是否值得继续：重要的问题、预算、决策人，以及必须解决的期限。
stage-playbook-qualification =
    - 询问：“如果什么都不改变，会怎样？”
    - 了解还需要谁同意，由谁付款。
    - 约定方案必须投入使用的日期及其原因。
    - 没有痛点或预算？坦诚相告，并将商机标记为输单。
stage-method-demo-or-meeting = 展示如何解决客户自己的问题，与此无关的一概省略。
stage-playbook-demo-or-meeting =
    - 事前：询问客户希望最终看到什么。
    - 最多展示三点，每一点都用客户自己的数据。
    - 询问：“您能想象团队这样工作吗？”
    - 结束前明确：接下来由谁、就什么、在何时决定。
stage-method-proposal = 把口头达成的内容写下来：目标、价格、实施路径。方案不应让任何人感到意外。
stage-playbook-proposal =
    - 当面讲解，而不只是发送。
    - 先讲客户的目标及其价值。
    - 询问：“有什么会让您无法同意？”
    - 约定答复日期。
stage-method-negotiation-and-commitment = 解决剩余问题，取得明确承诺。每次让步都要换回对等的条件。
stage-playbook-negotiation-and-commitment =
    - 先列出所有未决事项，再逐一讨论。
    - 每作一次让步都要换回一项：期限、数量、日期或推荐。
    - 弄清谁签字，以及法务和采购的要求。
    - 直接请对方作出决定，然后保持沉默。
stage-method-won = 记录承诺了什么、客户为何购买，让接手的人清楚。
stage-method-lost = 了解真实原因，写下下次的改进之处，好聚好散。
stage-method-post-purchase = 做好交接，让客户尽快取得第一次成功。真正使用产品的客户会留下，也会推荐他人。
stage-playbook-post-purchase =
    - 介绍今后负责的同事。
    - 约定第一次成功的标准和时间。
    - 30 天后询问还缺什么。
    - 询问还有谁可能需要。
stage-method-preparation = 交谈前先了解公司、联系人及其可能的目标。这里花十分钟，可省三通电话。
stage-playbook-preparation =
    - 阅读客户的最新动态和变化。
    - 查清谁是决策人、谁曾与我们联系。
    - 写下这次谈话要达成的一个结果。
    - 准备三个问题和一个类似客户的案例。
stage-method-approach = 打开话题：先说与对方相关的事，赢得提问的机会。
stage-playbook-approach =
    - 用一句话说明来电原因。
    - 询问目前的做法，并认真倾听。
    - 询问更好的方式能带来多大价值。
    - 约定下次交谈的时间和参加者。
stage-method-presentation = 从客户的需求引到我们的方案，从功能引到价值。
stage-playbook-presentation =
    - 用客户的话复述其需求。
    - 介绍对客户最重要的三项价值。
    - 逐一证明：数据、案例或试用。
    - 每部分之后询问：“这在贵公司会怎样？”
stage-method-handling-objections = 异议是尚未得到解答的问题。先听完，找出背后的原因，再作回应。
stage-playbook-handling-objections =
    - 听完之后，再问对方为何这样想。
    - 询问：“这是唯一的顾虑吗？”
    - 用证据回应，而不是施压。
    - 把异议和答复记录到商机中。
stage-method-closing = 请求决定。客户走到这里，希望有人带其迈出最后一步。
stage-playbook-closing =
    - 逐条总结已达成的共识。
    - 询问：“我们下个月一号开始，可以吗？”
    - 备好合同、联系人和开始日期。
    - 如果还不行：还缺什么，何时能齐？
stage-method-follow-up = 兑现承诺，保持联系。下一次销售从这里开始。
stage-playbook-follow-up =
    - 一周内致电：一切是否如承诺般运行？
    - 询问已看到哪些成效。
    - 请求推荐或案例授权。
    - 把下次沟通放进日历。
stage-method-research = 慎选对象，并充分了解对方为何会在意。
stage-playbook-research =
    - 对照我们的最佳客户，核对规模、行业和地区。
    - 找到真正负责此问题的人。
    - 记下一个联系的由头：新闻、招聘或活动。
stage-method-call-and-close = 在一次对话中从需求走到成交：理解、提议、请求决定。
stage-playbook-call-and-close =
    - 开头几分钟确认需求和预算。
    - 只提一个方案，而不是三个。
    - 打消顾虑，然后请求下单。
    - 当天发送总结。
stage-method-relationship = 售后仍要有价值。若只在推销时联系，客户就不再倾听。
stage-playbook-relationship =
    - 每季度聊一次他们的目标，而不是我们的价格。
    - 告诉他们有用的信息。
    - 询问还有谁需要帮助。
