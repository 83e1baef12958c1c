pipeline = Воронка
pipeline-many = Воронки
pipeline-new = Новая воронка
pipeline-help = Этапы, которые сделка проходит по порядку, пока не выиграна или не проиграна.
pipeline-name = Название
pipeline-description = Описание
pipeline-order = Порядок
pipeline-active = Используется

# Воронки нового пространства и шаблоны
pipeline-default-sales = Продажи
pipeline-default-seven-steps = Семь шагов продажи
pipeline-default-four-steps = Четыре шага продажи
pipeline-contact-days = Дней без контакта
pipeline-key-stage = Ключевой этап
pipeline-found-key-stage = Ключевой этап по истории
pipeline-template = Начать с
pipeline-template-sales = Обычные этапы продажи
pipeline-template-seven-steps = Семь шагов продажи
pipeline-template-four-steps = Четыре шага продажи
pipeline-counts-from = Считается возможностью с этапа
pipeline-explains-skips = Пропуск этапа — только с причиной
