/** What columns are called: the label of a field in a form, and the words that people use for it. */
import { motsDeLaCle } from '../../study/schema/mots-des-cles.js';

/** « contacts.1.courriel » as a heading: « Contacts 1 : courriel ». */
export function libelleDe(chemin: readonly (string | number)[]): string {
  const [first = '', ...rest] = chemin;
  const ranks = rest.filter((step) => typeof step === 'number').join(' ');
  const below = rest
    .filter((step) => typeof step === 'string')
    .map(motsDeLaCle)
    .join(', ');
  const head = `${motsDeLaCle(first)}${ranks === '' ? '' : ` ${ranks}`}${below === '' ? '' : ` : ${below}`}`;
  if (head === 'id') return 'Identifiant';
  return head.charAt(0).toUpperCase() + head.slice(1);
}

/** Headings that people give to a column, by the last key of the field; the first of a list that exists in the collection wins. */
const SYNONYMES: Readonly<Record<string, readonly string[]>> = {
  id: ['identifiant', 'code', 'réf', 'référence interne'],
  nom: [
    'organisme',
    'structure',
    'raison sociale',
    'dénomination',
    'nom de la structure',
    'nom de l’organisme',
    'intitulé',
    'nom complet',
    'association',
    'entreprise',
    'partenaire',
    'outil',
  ],
  titre: [
    'intitulé',
    'nom',
    'action',
    'projet',
    'nom de l’action',
    'nom du projet',
    'intitulé de l’action',
    'libellé',
    'objet',
    'document',
  ],
  libelle: ['intitulé', 'besoin', 'nom', 'titre', 'formulation', 'besoin exprimé'],
  sigle: ['acronyme', 'abréviation', 'nom court'],
  type: ['nature', 'catégorie', 'statut juridique', 'type de structure', 'forme juridique', 'type d’organisme'],
  role: ['missions', 'activité', 'activités', 'objet social'],
  domaines: ['domaine', 'thématique', 'thématiques', 'thème', 'thèmes', 'domaine d’action', 'champ', 'secteur'],
  fonctions: ['fonction', 'rôles'],
  engagement: ['niveau d’engagement', 'mobilisation', 'où on en est', 'état du contact', 'état d’avancement'],
  engagement_date: ['date de contact', 'contacté le', 'rencontré le', 'date de rencontre', 'dernier contact'],
  publics: ['public', 'cible', 'public cible', 'publics visés', 'bénéficiaires', 'public visé'],
  public: ['cible', 'public cible', 'publics', 'bénéficiaires'],
  communes: ['commune', 'ville', 'villes', 'localisation', 'code insee', 'insee'],
  commune: ['ville', 'localité', 'code insee', 'insee'],
  lieu: ['lieu de l’action', 'endroit', 'adresse', 'localisation', 'lieu-dit'],
  debut: ['date de début', 'date', 'année', 'début de l’action', 'démarrage', 'date début', 'année de début'],
  fin: ['date de fin', 'fin de l’action', 'date fin', 'échéance', 'année de fin'],
  date: ['jour', 'date de la réunion', 'année', 'le'],
  statut: ['état', 'avancement', 'état d’avancement'],
  cout: ['budget', 'montant', 'coût total', 'coût ttc', 'montant ttc', 'budget total', 'dépense', 'dépenses'],
  porteur: ['maître d’ouvrage', 'structure porteuse', 'porté par', 'pilote', 'porteur de projet'],
  partenaires: ['partenaire', 'partenaires associés'],
  description: ['descriptif', 'présentation', 'contenu', 'détail', 'résumé'],
  commentaire: ['commentaires', 'remarque', 'remarques', 'observation', 'observations', 'notes', 'note', 'divers'],
  site: ['site web', 'site internet', 'url', 'adresse web', 'web', 'lien'],
  url: ['lien', 'adresse', 'site', 'adresse web'],
  resultats_texte: ['bilan', 'résultats', 'résultat'],
  territoire_action: ['territoire', 'zone d’intervention', 'rayon d’action', 'secteur géographique'],
  importance: ['priorité', 'note', 'note d’importance'],
  'mentions.entretien': ['entretien', 'entretiens', 'cité en entretien', 'citations en entretien'],
  'mentions.atelier': ['atelier', 'ateliers', 'cité en atelier', 'citations en atelier'],
  'mentions.enquete': ['enquête', 'enquêtes', 'questionnaire', 'questionnaires', 'cité par enquête'],
  'mentions.forum': ['forum', 'forums', 'cité au forum'],
  'moyens.jours_an': ['jours par an', 'jours/an', 'jours disponibles', 'temps disponible', 'nombre de jours'],
  'contacts.1.nom': [
    'contact',
    'nom du contact',
    'interlocuteur',
    'personne à contacter',
    'référent',
    'responsable',
    'personne ressource',
    'nom prénom',
    'prénom nom',
  ],
  'contacts.1.fonction': ['fonction du contact', 'qualité', 'poste', 'titre du contact'],
  'contacts.1.courriel': [
    'mail',
    'e-mail',
    'email',
    'courriel',
    'adresse mail',
    'adresse électronique',
    'adresse e-mail',
    'mél',
    'mel',
  ],
  'contacts.1.telephone': ['tél', 'tel', 'téléphone', 'portable', 'mobile', 'n° de téléphone', 'numéro de téléphone'],
  'contacts.1.consentement': ['consentement', 'accord', 'accord de publication', 'rgpd', 'accord rgpd'],
  detenteur: ['propriétaire', 'détenu par'],
  nature: ['type', 'catégorie'],
};

/** Words by which a field may be called: its label, its key, then what people write. */
export function nomsDe(chemin: readonly (string | number)[]): string[] {
  const cle = chemin.join('.');
  const own = SYNONYMES[cle] ?? [];
  const [list = '', rank, last] = chemin;
  if (rank !== 1 || typeof last !== 'string') return [libelleDe(chemin), cle, ...own];
  // « Contact », then « Nom »: a heading below that of its group.
  const one = String(list).replace(/s$/, '');
  const grouped = [last, ...own].flatMap((name) => [`${one} ${name}`, `${list} ${name}`, `${name} ${one}`]);
  return [libelleDe(chemin), cle, ...own, ...grouped];
}
