stage-criterion = Умова переходу
stage-criterion-many = Умови переходу
stage-criterion-new = Нова умова переходу
stage-criterion-help = Що потрібно етапу, перш ніж угода піде далі: заповнене поле або пункт чек-листа.
stage-criterion-stage = Етап
stage-criterion-name = Що треба зробити
stage-criterion-field = Поле угоди
stage-criterion-order = Порядок

# What the stages of the invented company ask for
criterion-invented-need = Потребу записано словами клієнта
criterion-invented-sent = Пропозицію надіслано
criterion-invented-price = Ціну обговорено з ОПР
criterion-invented-terms = Умови погоджено письмово
