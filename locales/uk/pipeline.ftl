pipeline = Воронка
pipeline-many = Воронки
pipeline-new = Нова воронка
pipeline-help = Етапи, які угода проходить по черзі, доки її не виграно чи не програно.
pipeline-name = Назва
pipeline-description = Опис
pipeline-order = Порядок
pipeline-active = Використовується

# Воронки нового простору та шаблони
pipeline-default-sales = Продажі
pipeline-default-seven-steps = Сім кроків продажу
pipeline-default-four-steps = Чотири кроки продажу
pipeline-contact-days = Днів без контакту
pipeline-key-stage = Ключовий етап
pipeline-found-key-stage = Ключовий етап за історією
pipeline-template = Почати з
pipeline-template-sales = Звичайні етапи продажу
pipeline-template-seven-steps = Сім кроків продажу
pipeline-template-four-steps = Чотири кроки продажу
pipeline-counts-from = Вважається можливістю з етапу
pipeline-explains-skips = Пропуск етапу — лише з причиною
