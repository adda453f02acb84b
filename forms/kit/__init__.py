"""The grammar of a form: words, fields, conditions, rules, problems and the form itself."""
