stage-criterion = Условие перехода
stage-criterion-many = Условия перехода
stage-criterion-new = Новое условие перехода
stage-criterion-help = Что нужно этапу, прежде чем сделка пойдёт дальше: заполненное поле или пункт чек-листа.
stage-criterion-stage = Этап
stage-criterion-name = Что нужно сделать
stage-criterion-field = Поле сделки
stage-criterion-order = Порядок

# What the stages of the invented company ask for
criterion-invented-need = Потребность записана словами клиента
criterion-invented-sent = Предложение отправлено
criterion-invented-price = Цена обсуждена с ЛПР
criterion-invented-terms = Условия согласованы письменно
