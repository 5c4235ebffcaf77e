-- Countries by their codes and names.
SELECT code, lower(alpha3), lower(name) FROM countries;
