#!/bin/sh
# Avant d'envoyer les documents d'une réunion : sh avant-copil.sh [dossier de la version que le comité a lue]
# À lancer dans le dossier de l'étude. S'arrête à la première étape qui échoue ; n'écrit que dans out/.
set -eu
atelier status         # la prochaine réunion, et ce qui la bloque
atelier relire --voir  # les paragraphes dont un chiffre a changé depuis leur relecture
atelier check --strict # ni erreur ni avertissement ; une règle qui ne vaut pas ici s'écarte dans etude.yaml, avec son motif
if [ $# -gt 0 ]; then
  atelier build --depuis "$1" # avec l'annexe des évolutions
else
  atelier build
fi
version=$(atelier status --json | node -p 'JSON.parse(require("fs").readFileSync(0)).version')
atelier verify "out/$version" # les fichiers sont bien ceux qui viennent d'être construits
if [ $# -gt 0 ]; then atelier diff "$1" "out/$version"; fi
echo "À relire page par page, puis à envoyer : out/$version"
