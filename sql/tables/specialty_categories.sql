-- Named like all other constraints, because services know from the name which field is wrong.
ALTER TABLE specialty_categories
  RENAME CONSTRAINT specialty_categories_specialty_categories_children TO specialty_categories_parent_id_fkey;
