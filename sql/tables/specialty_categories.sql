-- Named like all others: services tell by the name which field is at fault.
ALTER TABLE specialty_categories
  RENAME CONSTRAINT specialty_categories_specialty_categories_children TO specialty_categories_parent_id_fkey;
