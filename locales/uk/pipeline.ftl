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
