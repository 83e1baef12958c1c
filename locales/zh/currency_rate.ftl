currency-rate = 汇率
currency-rate-many = 汇率
currency-rate-new = 新建汇率
currency-rate-help = 自某日起，一单位外币折合多少本位币。
currency-rate-currency = 币种
currency-rate-rate = 汇率
currency-rate-valid-from = 生效日期
