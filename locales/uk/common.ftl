# What something is called, and what it is
pair = { $label }: { $text }

# Поля всіх об’єктів
field-id = ID
field-created-at = Створено
field-created-by = Хто створив
field-updated-at = Змінено
field-updated-by = Хто змінив
field-version = Версія
field-source = Із системи
field-source-system = Із системи
field-foreign-id = ID у тій системі
field-deleted-at = Видалено
field-name = Назва
field-owner = Відповідальний
field-parent = Входить до
field-position = Місце

# Групи полів у формах і записах
group-main = Головне
group-access = Доступ
group-formats = Мова й час
group-reach = Як зв’язатися
group-company = Компанія
group-about = Про що
group-when = Коли
group-result = Результат
group-sale = Продаж
group-next = Наступний крок
group-closing = Закриття
group-price = Ціна
group-forecast = Прогноз
group-buying = Як купує клієнт
group-more = Ще
group-rules = Правила

# Значення
yes = Так
no = Ні
none = Немає
no-data = Немає даних

# Час; числа періоду надходять текстом, щоб рік не ділився на групи
today = Сьогодні
yesterday = Учора
tomorrow = Завтра
days-ago =
    { $count ->
        [one] { $count } день тому
        [few] { $count } дні тому
        [many] { $count } днів тому
       *[other] { $count } дня тому
    }
days-ahead =
    { $count ->
        [one] через { $count } день
        [few] через { $count } дні
        [many] через { $count } днів
       *[other] через { $count } дня
    }
days =
    { $count ->
        [one] { $count } день
        [few] { $count } дні
        [many] { $count } днів
       *[other] { $count } дня
    }
period-week = { $number }-й тиждень { $year }
period-quarter = { $number }-й кв. { $year }
field-followed = Я стежу
