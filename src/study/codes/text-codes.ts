/** What may be wrong with the author's texts. */
import type { CodeInfo } from './code-info.js';

export const TEXT_CODES: Readonly<Record<string, CodeInfo>> = {
  'texte-incorrect': {
    gravite: 'erreur',
    titre: 'Un texte de l’auteur ne peut pas être lu tel qu’il est.',
    explication:
      'Un texte est un fichier Markdown en UTF-8, rangé en « textes/<livrable>/<section>.md ». Son en-tête facultatif, entre deux lignes « --- », dit sa place : « place: fin » (par défaut, après ce que le programme écrit), « debut » ou « remplace ».',
    exemple: 'textes/diagnostic/besoins.md',
  },
  'texte-sans-section': {
    gravite: 'erreur',
    titre: 'Le texte porte le nom d’une section que le livrable n’a pas.',
    explication:
      'Le nom du fichier est celui d’une section du livrable. « atelier textes LIVRABLE » en donne la liste et crée les fichiers.',
  },
  'chiffre-inconnu': {
    gravite: 'erreur',
    titre: 'Un texte nomme un chiffre que l’étude ne connaît pas.',
    explication:
      'Entre accolades, un texte nomme un chiffre calculé ({besoins.non_couverts}) ou un champ de l’étude ({etude.titre}). Un livrable ne connaît que les inventaires qu’il lit, à sa date. « atelier explain chiffres » donne la liste des chiffres.',
    exemple: '{besoins.non_couverts besoin} donne « 17 besoins », « 1 besoin » ou « aucun besoin »',
  },
  'phrase-contredite': {
    gravite: 'attention',
    titre: 'Une phrase d’un texte contredit l’étude.',
    explication:
      'Une phrase qui date une réunion du comité, compare les coûts de deux scénarios, promet un délai en jours ouvrés ou compte tous les projets en cours, les conventions payées ou les instances dit ce que l’étude décrit. Ce sont les règles « seance-ecrite », « comparaison-ecrite », « delai-en-toutes-lettres » et « compte-de-sorte », qui lisent aussi les inventaires. Une phrase qui nie, suppose, ou parle d’une partie n’est pas comparée.',
    exemple: '« Le relais coûte le double du réseau », quand il coûte un tiers de plus',
  },
  'chiffre-absent': {
    gravite: 'attention',
    titre: 'Le chiffre nommé n’a pas de valeur dans cette étude.',
    explication: 'Il ne peut pas être calculé faute de données : la phrase montre un tiret à sa place.',
  },
  'chiffre-perime': {
    gravite: 'attention',
    titre: 'Un chiffre tapé à la main ne correspond à aucun calcul.',
    explication:
      'Le texte compte des choses que l’étude compte aussi (besoins, acteurs, actions…), et aucun calcul ne donne ce nombre : les données ont changé, ou le compte est faux. Un chiffre pris par son nom suit les données. Un compte d’une partie (« 16 besoins sur 30 »), la population d’une commune ou un seuil n’est relevé que si rien dans l’étude ne vaut ce nombre.',
  },
  'chiffre-sans-origine': {
    gravite: 'attention',
    titre: 'Un chiffre tapé à la main n’est ni dans les données, ni dans les calculs.',
    explication:
      'Chaque chiffre d’un livrable vient des données, d’un calcul ou d’une source. Les dates, renvois, pages, années et propos entre guillemets ne sont pas vérifiés.',
  },
  'source-inconnue': {
    gravite: 'erreur',
    titre: 'Le texte cite une source que l’étude n’a pas à cette date.',
    explication:
      'Une source se cite par son identifiant dans sources.yaml. Celle qui est postérieure au livrable ne peut pas y être citée.',
    exemple: '[@bilan-parc-2015, p. 12]',
  },
  'superlatif-exaequo': {
    gravite: 'attention',
    titre: 'Le texte donne pour premier ce qui est à égalité.',
    explication: 'Le chiffre nommé désigne un premier, et plusieurs partagent cette place.',
  },
  'mot-sans-preuve': {
    gravite: 'attention',
    titre: 'Une phrase affirme sans chiffre ni source.',
    explication:
      '« La plupart », « largement », « robuste »… disent plus que la phrase ne montre. Un livrable ne dit que ce que les données montrent.',
  },
  'nom-qui-juge': {
    gravite: 'attention',
    titre: 'Un acteur est nommé à côté d’un jugement dans un document remis.',
    explication:
      'Les membres du comité liront ce document. Les jugements restent des ensembles, ou vont à l’édition interne.',
  },
  'sigle-non-developpe': {
    gravite: 'attention',
    titre: 'Un sigle n’est développé nulle part.',
    explication: 'Le lecteur doit trouver chaque sigle en toutes lettres, dans le texte ou dans le glossaire.',
  },
  'pourcentage-petit-effectif': {
    gravite: 'attention',
    titre: 'Un pourcentage est donné sur peu de cas.',
    explication: 'Au-dessous de vingt cas, les comptes disent mieux que les parts.',
  },
  'forme-imprimee': {
    gravite: 'attention',
    titre: 'Un signe de mise en forme n’est pas pris pour tel : il s’imprime.',
    explication:
      'Un tableau à barres, une note de bas de page, un gras ou un encadré qui ne se ferme pas se lisent tels quels sur la page. Les textes connaissent les titres, listes, citations, le gras, l’italique, les liens et les encadrés ; les tableaux et figures se placent par leur nom.',
  },
  'paragraphe-a-relire': {
    gravite: 'attention',
    titre: 'Un chiffre sur lequel repose un paragraphe a changé depuis que son auteur l’a relu.',
    explication:
      '« atelier relire » garde, paragraphe par paragraphe, les chiffres tels qu’ils étaient. Le chiffre nommé suit de lui-même ; ce que la phrase en dit, non.',
    exemple: 'atelier relire diagnostic/besoins',
  },
  'texte-en-bloc': {
    gravite: 'attention',
    titre: 'Une partie du texte est entre deux lignes « ``` » : elle s’imprime d’un seul bloc, signes compris.',
    explication:
      'Markdown garde telle quelle ce qu’encadrent deux lignes de « ``` » ou de « ~~~ » : les étoiles du gras s’impriment, les chiffres n’y sont pas lus, rien n’y est relu. C’est le plus souvent la trace d’un copier-coller.',
  },
  'image-incorrecte': {
    gravite: 'erreur',
    titre: 'Une image d’un texte ne peut pas être imprimée telle qu’elle est.',
    explication:
      'Une image est un fichier JPEG ou PNG de l’étude, dans « photos/ ». Elle porte un texte de remplacement, pour qui ne la voit pas, et un crédit. Elle pèse au plus 3 Mo : à 1 600 points de large, une page n’en montre pas davantage.',
    exemple: '![La halle de la commune](photos/halle.jpg "Crédit : Parc, 2017")',
  },
  'relectures-illisibles': {
    gravite: 'erreur',
    titre: 'Le relevé des relectures ne peut pas être lu.',
    explication:
      '« .atelier/relectures.json » garde les chiffres sur lesquels chaque paragraphe reposait à sa dernière relecture. Abîmé, il ne dit plus rien : rien n’est construit, pour ne pas faire croire que tout est relu.',
  },
};
