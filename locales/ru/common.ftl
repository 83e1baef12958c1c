# What something is called, and what it is
pair = { $label }: { $text }

# Поля всех объектов
field-id = ID
field-created-at = Создано
field-created-by = Кто создал
field-updated-at = Изменено
field-updated-by = Кто изменил
field-version = Версия
field-source = Из системы
field-source-system = Из системы
field-foreign-id = ID в той системе
field-deleted-at = Удалено
field-name = Название
field-owner = Ответственный
field-parent = Входит в
field-position = Место

# Группы полей в формах и записях
group-main = Главное
group-access = Доступ
group-formats = Язык и время
group-reach = Как связаться
group-company = Компания
group-about = О чём
group-when = Когда
group-result = Результат
group-sale = Продажа
group-next = Следующий шаг
group-closing = Закрытие
group-price = Цена
group-forecast = Прогноз
group-buying = Как покупает клиент
group-more = Ещё
group-rules = Правила

# Значения
yes = Да
no = Нет
none = Нет
no-data = Нет данных

# Время; числа периода приходят текстом, чтобы год не делился на группы
today = Сегодня
yesterday = Вчера
tomorrow = Завтра
days-ago =
    { $count ->
        [one] { $count } день назад
        [few] { $count } дня назад
        [many] { $count } дней назад
       *[other] { $count } дня назад
    }
days-ahead =
    { $count ->
        [one] через { $count } день
        [few] через { $count } дня
        [many] через { $count } дней
       *[other] через { $count } дня
    }
days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
        [many] { $count } дней
       *[other] { $count } дня
    }
period-week = { $number }-я неделя { $year }
period-quarter = { $number }-й кв. { $year }
field-followed = Я слежу
