# Country that phone numbers without a country code belong to (ISO 3166).
language-country = UA
