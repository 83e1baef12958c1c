//! What other programs call our fields in the files they write: HubSpot, Zoho, Copper, Bitrix24 (English, Russian, and
//! its codes), Close, Pipedrive, Salesforce. Labels of our own need not stand here. Case, spaces and signs don't count.

/// Names of columns by the way to a field, as importers know it.
type Names = &'static [(&'static str, &'static [&'static str])];

/// What a column that goes to `path` of `object` is called elsewhere.
pub fn of(object: &str, path: &str) -> Vec<&'static str> {
    let Some((_, own)) = OBJECTS.iter().find(|(known, _)| *known == object) else { return Vec::new() };
    let named = own.iter().chain(ALL).filter(|(known, _)| *known == path);
    named.flat_map(|(_, names)| names.iter().copied()).collect()
}

/// What files of records of `object` are called elsewhere, besides the object's own names.
pub fn files(object: &str) -> &'static [&'static str] {
    FILES.iter().find(|(known, _)| *known == object).map_or(&[], |(_, names)| names)
}

const FILES: [(&str, &[&str]); 5] = [
    (
        "account",
        &["accounts", "companies", "company", "organizations", "organization", "компании", "empresas"],
    ),
    ("contact", &["contacts", "people", "persons", "person", "контакты"]),
    ("lead", &["leads", "лиды"]),
    ("opportunity", &["opportunities", "deals", "deal", "potentials", "сделки", "negocios"]),
    ("activity", &["activities", "tasks", "calls", "notes", "events", "дела"]),
];

const OBJECTS: [(&str, Names); 5] = [
    ("account", ACCOUNT),
    ("contact", CONTACT),
    ("lead", LEAD),
    ("opportunity", OPPORTUNITY),
    ("activity", ACTIVITY),
];

const ALL: Names = &[
    ("foreign_id", &["id", "Record ID", "Record Id", "Copper ID", "ID записи", "Идентификатор"]),
    (
        "created_at",
        &[
            "Create Date",
            "Created Time",
            "Created At",
            "Created",
            "CreatedDate",
            "date_created",
            "DATE_CREATE",
            "Дата создания",
            "Created on",
        ],
    ),
    (
        "owner",
        &[
            "Owner",
            "Owned By",
            "Responsible",
            "Responsible person",
            "Ответственный",
            "Contact owner",
            "Company owner",
            "Deal owner",
            "Lead Owner",
            "Account Owner",
            "Task Owner",
            "Call Owner",
            "Person - Owner",
            "Organization - Owner",
            "Deal - Owner",
        ],
    ),
    (
        "owner.foreign_id",
        &["OwnerId", "Owner Id", "ASSIGNED_BY_ID", "Lead Owner.id", "Contact Owner.id", "Deal Owner.id"],
    ),
    (
        "description",
        &[
            "Description",
            "Details",
            "Comment",
            "Comments",
            "COMMENTS",
            "Комментарий",
            "Комментарии",
            "Person - Notes",
        ],
    ),
    (
        "source",
        &[
            "Lead Source",
            "LeadSource",
            "Original Source",
            "Source",
            "SOURCE_ID",
            "custom.Source",
            "Источник",
            "Deal - Source channel",
        ],
    ),
    ("industry", &["Industry", "INDUSTRY", "Organization - Industry", "Сфера деятельности"]),
    (
        "website",
        &[
            "Website URL",
            "Website",
            "Work Website",
            "Corporate Website",
            "Корпоративный сайт",
            "Organization - Website",
            "WEB",
            "url",
        ],
    ),
    (
        "address.street",
        &[
            "Street",
            "Mailing Street",
            "MailingStreet",
            "BillingStreet",
            "Billing Street",
            "Street, house no.",
            "Улица, номер дома",
        ],
    ),
    (
        "address.city",
        &["City", "Mailing City", "MailingCity", "BillingCity", "Billing City", "Населенный пункт", "Город"],
    ),
    (
        "address.region",
        &[
            "State",
            "State/Region",
            "Region/Area",
            "Mailing State",
            "MailingState",
            "BillingState",
            "Billing State",
            "Регион",
        ],
    ),
    (
        "address.postcode",
        &[
            "Postal Code",
            "Zip Code",
            "Zip/Postal code",
            "Mailing Zip",
            "MailingPostalCode",
            "BillingPostalCode",
            "Billing Code",
            "Почтовый индекс",
        ],
    ),
    (
        "address.country",
        &[
            "Country",
            "Country/Region",
            "Mailing Country",
            "MailingCountry",
            "BillingCountry",
            "Billing Country",
            "Страна",
        ],
    ),
];

const ACCOUNT: Names = &[
    (
        "name",
        &[
            "Company name",
            "Account Name",
            "Organization - Name",
            "display_name",
            "lead_name",
            "Название компании",
            "TITLE",
        ],
    ),
    ("domain", &["Company Domain Name", "Email Domain"]),
    (
        "employees",
        &[
            "Number of Employees",
            "NumberOfEmployees",
            "Organization - Number of employees",
            "Кол-во сотрудников",
            "EMPLOYEES",
        ],
    ),
    (
        "annual_revenue",
        &["Annual Revenue", "AnnualRevenue", "Organization - Annual revenue", "Годовой оборот", "REVENUE"],
    ),
    ("phone", &["Phone Number", "Phone", "Work Phone", "Рабочий телефон"]),
    ("email", &["Work E-mail", "Work Email", "Рабочий e-mail"]),
    ("parent.foreign_id", &["ParentId", "Parent Account.id"]),
    ("foreign_id", &["Organization - ID"]),
];

const CONTACT: Names = &[
    (
        "name",
        &[
            "Person - Name",
            "Person Name",
            "Contact Name",
            "Full Name",
            "primary_contact_name",
            "First And Last Names",
        ],
    ),
    (
        "first_name",
        &["First Name", "FirstName", "Person - First name", "primary_contact_first_name", "Имя", "NAME"],
    ),
    (
        "last_name",
        &[
            "Last Name",
            "LastName",
            "Person - Last name",
            "primary_contact_last_name",
            "Nom de famille",
            "Прізвище",
            "姓",
            "Фамилия",
            "LAST_NAME",
        ],
    ),
    (
        "title",
        &[
            "Job Title",
            "Title",
            "Position",
            "POST",
            "Должность",
            "Person - Job title",
            "primary_contact_title",
        ],
    ),
    (
        "account.name",
        &[
            "Company Name",
            "Company",
            "Associated Company",
            "Account Name",
            "Organization - Name",
            "Person - Organization",
            "Компания",
            "Название компании",
        ],
    ),
    (
        "account.foreign_id",
        &[
            "AccountId",
            "Account Name.id",
            "Company Id",
            "COMPANY_ID",
            "Associated Company IDs",
            "Associated Company IDs (Primary)",
            "Person - Organization ID",
            "lead_id",
        ],
    ),
    (
        "email",
        &[
            "Email",
            "Work Email",
            "Work E-mail",
            "Рабочий e-mail",
            "Person - Email",
            "Person - Email - Work",
            "Person - Email (Work)",
            "primary_contact_primary_email",
            "EMAIL",
        ],
    ),
    (
        "phone",
        &[
            "Phone Number",
            "Phone",
            "Work Phone",
            "Рабочий телефон",
            "Person - Phone",
            "Person - Phone - Work",
            "primary_contact_primary_phone",
            "PHONE",
        ],
    ),
    (
        "mobile",
        &[
            "Mobile Phone Number",
            "Mobile Phone",
            "MobilePhone",
            "Mobile",
            "Мобильный телефон",
            "Person - Phone - Mobile",
        ],
    ),
    ("fax", &["Fax", "Факс"]),
    ("birthday", &["Date of Birth", "Birthdate", "Birthday", "BIRTHDATE", "Дата рождения"]),
    ("department", &["Department"]),
    ("reports_to.foreign_id", &["ReportsToId", "Reporting To.id"]),
    ("social_url", &["LinkedIn", "Personal Page", "Personal Website"]),
    ("messenger", &["Telegram account", "Skype ID", "Person - Instant messenger"]),
    ("foreign_id", &["Person - ID", "Contact ID"]),
];

const LEAD: Names = &[
    ("name", &["Lead Name", "Full Name", "Название лида", "First And Last Names", "TITLE"]),
    ("company", &["Company", "Company Name", "Название компании", "COMPANY_TITLE"]),
    ("title", &["Job Title", "Position", "Должность", "POST"]),
    ("email", &["Email", "Work E-mail", "Рабочий e-mail", "EMAIL"]),
    ("phone", &["Phone", "Phone Number", "Work Phone", "Рабочий телефон", "PHONE"]),
    ("status", &["Lead Status", "Status", "STATUS_ID", "Стадия"]),
    ("estimated_value", &["Value", "Opportunity", "Возможная сумма", "OPPORTUNITY"]),
];

const OPPORTUNITY: Names = &[
    (
        "name",
        &["Deal Name", "Deal - Title", "Opportunity Name", "Potential Name", "Название сделки", "TITLE"],
    ),
    (
        "account.name",
        &[
            "Account Name",
            "Associated Company",
            "Company",
            "Deal - Organization",
            "Organization - Name",
            "Компания",
            "lead_name",
        ],
    ),
    (
        "account.foreign_id",
        &[
            "AccountId",
            "Account Name.id",
            "Company Id",
            "COMPANY_ID",
            "Associated Company IDs",
            "Associated Company IDs (Primary)",
            "Deal - Organization ID",
            "lead_id",
        ],
    ),
    (
        "contact.name",
        &["Contact Name", "Associated Contact", "Primary Person Contact", "Deal - Contact person", "Контакт"],
    ),
    (
        "contact.foreign_id",
        &[
            "Contact Name.id",
            "Associated Contact IDs",
            "Primary Contact ID",
            "Deal - Contact person ID",
            "CONTACT_ID",
        ],
    ),
    ("pipeline", &["Pipeline", "Deal - Pipeline", "Воронка", "Направление", "CATEGORY_ID"]),
    (
        "stage",
        &[
            "Deal Stage",
            "Stage",
            "StageName",
            "Deal - Stage",
            "Sales Stage",
            "Стадия сделки",
            "status_label",
            "STAGE_ID",
        ],
    ),
    ("amount", &["Amount", "Value", "Deal - Value", "Сумма", "OPPORTUNITY", "value"]),
    (
        "probability",
        &[
            "Probability",
            "Probability (%)",
            "Win Probability",
            "Deal - Probability",
            "confidence",
            "PROBABILITY",
        ],
    ),
    (
        "expected_close_date",
        &[
            "Close Date",
            "CloseDate",
            "Closing Date",
            "Deal - Expected close date",
            "Предполагаемая дата закрытия",
            "Expected close date",
            "CLOSEDATE",
        ],
    ),
    ("actual_close_date", &["Deal - Deal closed on", "Completed Date", "date_won"]),
    ("type", &["Deal Type", "Type", "TYPE_ID", "Тип"]),
    (
        "competitor",
        &["Competitor", "MainCompetitors__c", "Main Competitor(s)", "Deal - Competitor", "Конкурент"],
    ),
    ("loss_note", &["Closed Lost Reason", "Reason For Loss", "Deal - Lost reason", "Loss Reason"]),
    ("next_step", &["Next Step", "NextStep", "next step"]),
    ("created_at", &["Deal - Deal created"]),
    ("foreign_id", &["Deal - ID", "Opportunity ID"]),
];

const ACTIVITY: Names = &[
    ("subject", &["Subject", "Note Title", "Activity - Subject", "Call Subject"]),
    ("notes", &["Note Content", "Note - Content", "Description", "text"]),
    ("due_date", &["Due Date", "Activity - Due date", "due_date"]),
    ("kind", &["Activity Type", "Type", "_type"]),
];
