#!/bin/sh
# À copier dans .git/hooks/pre-commit, puis : chmod +x .git/hooks/pre-commit
# Refuse un commit dont l'étude a des erreurs.
atelier check --quiet || {
  echo "L'étude a des erreurs : corrigez-les, ou passez outre avec git commit --no-verify." >&2
  exit 1
}
