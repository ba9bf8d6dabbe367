import type { CodeInfo } from './code-info.js';

/** Codes of what a file holds beyond its schema: dates, invisible characters, personal data, numbers and texts read otherwise than meant. */
export const VALUE_CODES: Readonly<Record<string, CodeInfo>> = {
  'date-impossible': {
    gravite: 'erreur',
    titre: 'Le jour n’existe pas dans le calendrier.',
    explication:
      'Un 30 février serait imprimé tel quel, ou compté comme un 1er mars. Corrigez le jour, ou écrivez le mois seul.',
    exemple: 'date: 2018-02-28   # ou 2018-02',
  },
  'caractere-invisible': {
    gravite: 'attention',
    titre: 'Un texte contient un caractère qui ne se voit pas.',
    explication:
      'Un texte collé depuis un traitement de texte garde parfois des signes de commande. Ils sont retirés des documents et peuvent tromper qui relit le fichier.',
  },
  'guillemets-autour': {
    gravite: 'attention',
    titre: 'Un texte est écrit entre des guillemets qui y resteraient.',
    explication:
      'YAML n’entoure une valeur que des guillemets droits ("…") ou d’apostrophes (\'…\'). Les guillemets courbes d’un traitement de texte (“…”) font partie du texte, et s’imprimeraient avec lui ; les documents mettent les leurs autour d’un titre ou d’une parole.',
  },
  'accents-abimes': {
    gravite: 'attention',
    titre: 'Les accents d’un texte sont faussés.',
    explication:
      'Un texte enregistré en UTF-8 a été lu une fois comme s’il était en Windows-1252 (« SociÃ©tÃ© » pour « Société »), ou une lettre s’est perdue en route. « atelier corriger » remet ceux dont l’écriture est certaine.',
  },
  'entite-html': {
    gravite: 'attention',
    titre: 'Un signe est écrit comme une page web le code.',
    explication:
      'Un texte copié du code d’une page garde ses signes tels qu’elle les écrit (« &eacute; » pour « é », « &amp; » pour « & ») : les documents, qui impriment ce qui est écrit, les montreraient ainsi. « atelier corriger » met le signe à la place du code.',
  },
  'donnee-personnelle': {
    gravite: 'attention',
    titre: 'Une adresse de courriel, un numéro de téléphone ou le nom d’une personne figure dans un champ publié.',
    explication:
      'Seuls les contacts d’un acteur sont retirés des documents quand la personne n’y a pas consenti. Ce qui est écrit dans un autre champ paraît dans les livrables et dans etude.json. Une personne est reconnue à sa civilité (« Mme Jeanne Martin », « M. Martin ») ; une source, une règle ou le contrat peut porter un nom.',
  },
  'nombre-ambigu': {
    gravite: 'attention',
    titre: 'Un nombre écrit avec un point pour les milliers est lu mille fois trop petit.',
    explication: 'En YAML, le point sépare les décimales : 18.000 vaut 18. Les milliers s’écrivent sans séparateur.',
    exemple: 'montant: 18000',
  },
  'texte-coupe': {
    gravite: 'attention',
    titre: 'Un texte est coupé par un signe « # ».',
    explication:
      'Après une espace, « # » ouvre un commentaire : la suite n’est pas lue. Un texte qui en contient un se met entre guillemets.',
    exemple: 'titre: "Navette # Centre"',
  },
  'fichier-trop-gros': {
    gravite: 'erreur',
    titre: 'Le fichier est trop gros pour être un inventaire.',
    explication:
      'Un inventaire pèse quelques dizaines de kilooctets. Au-delà de 20 Mo, ce n’est sans doute pas le bon fichier ; une grande collection se répartit dans un dossier.',
  },
  'validations-illisibles': {
    gravite: 'erreur',
    titre: 'La mémoire de ce que les réunions ont validé ne peut pas être lue.',
    explication:
      'Le fichier .atelier/validations.json garde l’empreinte de ce qui a été validé. Abîmé, il ne peut plus dire ce qui a changé depuis ; le refaire aujourd’hui noterait l’état d’aujourd’hui comme celui que la réunion a validé. Reprenez-le d’une sauvegarde ou de l’historique.',
  },
  'dossier-autre-etude': {
    gravite: 'erreur',
    titre: 'Le dossier des livrables contient déjà ceux d’une autre étude.',
    explication:
      'Deux études construites au même endroit se mêleraient dans une version. Donnez à chacune son dossier, avec --out.',
    exemple: 'atelier build --out out/mon-etude',
  },
  'dossier-de-l-etude': {
    gravite: 'erreur',
    titre: 'Le dossier des livrables est un de ceux que l’étude remplit.',
    explication:
      'Un dossier au nom d’un inventaire (« projets »), « textes », « templates » ou ceux des photos et des cartes sont lus à chaque commande : ce qui est construit n’y a pas sa place. Sans --out, les livrables vont dans « out ».',
    exemple: 'atelier build --out out',
  },
  'modele-sans-emploi': {
    gravite: 'attention',
    titre: 'Un modèle de l’étude ne remplace aucun modèle du programme.',
    explication:
      'Un modèle du dossier « templates » de l’étude remplace celui du programme qui porte le même nom. Sous un autre nom, et si aucun modèle ne l’appelle, il reste sans effet.',
  },
};
