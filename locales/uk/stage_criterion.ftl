stage-criterion = Умова переходу
stage-criterion-many = Умови переходу
stage-criterion-new = Нова умова переходу
stage-criterion-help = Що потрібно етапу, перш ніж угода піде далі: заповнене поле або пункт чек-листа.
stage-criterion-stage = Етап
stage-criterion-name = Що треба зробити
stage-criterion-field = Поле угоди
stage-criterion-order = Порядок
