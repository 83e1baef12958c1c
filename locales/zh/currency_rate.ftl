currency-rate = 汇率
currency-rate-many = 汇率
currency-rate-new = 新建汇率
currency-rate-help = 自某日起，一单位外币折合多少本位币。
currency-rate-currency = 币种
currency-rate-rate = 汇率
currency-rate-valid-from = 生效日期
# The page of rates
rates-hint = 金额按各自日期的汇率折算为 { $currency } 后相加。汇率在下一个生效前一直有效。
rates-none = 还没有汇率。没有汇率时，{ $currency } 以外的金额无法相加。
rates-currency = 币种
rates-now = 今天
rates-since = 生效日
rates-next = 下一个
rates-not-yet = 尚无
rates-all = 全部汇率
