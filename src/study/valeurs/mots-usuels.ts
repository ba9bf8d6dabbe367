/** Words that people write in a list for what a closed field calls otherwise; each has one sense only. */
import { enId } from './ecritures.js';

/** Field → value → words, beside the value itself. */
const MOTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  type: {
    association: [
      'asso',
      'asso loi 1901',
      'asso 1901',
      'association loi 1901',
      'association de loi 1901',
      'association à but non lucratif',
      'loi 1901',
      'association 1901',
      'régie de quartier',
      'régie de territoire',
    ],
    'chambre-consulaire': ['chambre d’agriculture', 'chambre de métiers', 'chambre de commerce', 'CCI', 'CMA'],
    collectif: ['collectif citoyen', 'collectif d’habitants', 'groupe informel'],
    collectivite: [
      'commune',
      'mairie',
      'ville',
      'communauté de communes',
      'communauté d’agglomération',
      'communauté urbaine',
      'métropole',
      'intercommunalité',
      'EPCI',
      'com com',
      'comcom',
      'département',
      'conseil départemental',
      'région',
      'conseil régional',
      'collectivité territoriale',
      'collectivités',
    ],
    cooperative: ['Scop', 'Scop SA', 'Scop SARL', 'Cuma', 'coopérative agricole', 'société coopérative', 'CAE'],
    entreprise: [
      'société',
      'SARL',
      'SAS',
      'EURL',
      'commerce',
      'commerçant',
      'artisan',
      'artisanat',
      'TPE',
      'PME',
      'micro-entreprise',
      'auto-entreprise',
      'auto-entrepreneur',
      'entreprise individuelle',
      'bureau d’études',
    ],
    'etablissement-public': ['EPIC', 'EPA', 'EPCC', 'EPLE', 'CCAS', 'CIAS', 'centre hospitalier', 'hôpital public'],
    'exploitation-agricole': ['exploitation', 'ferme', 'Gaec', 'EARL', 'SCEA', 'agriculteur', 'agricultrice'],
    fondation: ['fonds de dotation', 'fondation d’entreprise'],
    gip: ['groupement d’intérêt public'],
    instance: ['comité', 'conseil de développement', 'commission'],
    regie: ['régie municipale', 'régie communautaire', 'régie personnalisée', 'régie autonome'],
    scic: ['SCIC SA', 'SCIC SARL', 'SCIC SAS', 'société coopérative d’intérêt collectif'],
    sem: ['SEML', 'société d’économie mixte', 'SEM locale'],
    'service-etat': ['service de l’État', 'État', 'préfecture', 'sous-préfecture', 'DDT', 'DDTM', 'DRAAF'],
    spl: ['société publique locale', 'SPLA'],
    'syndicat-intercommunal': ['SIVU', 'SIVOM', 'syndicat de communes'],
    'syndicat-mixte': [
      'PETR',
      'pôle d’équilibre territorial et rural',

      'syndicat mixte ouvert',
      'syndicat mixte fermé',
    ],
  },
  engagement: {
    pressenti: ['à contacter', 'à rencontrer', 'identifié', 'repéré', 'à voir', 'non contacté'],
    contacte: ['rencontré', 'contact pris', 'vu', 'entretien fait', 'associé'],
    engage: ['engagement signé', 'a délibéré', 'délibération prise'],
  },
  statut: {
    acquis: ['obtenu', 'accordé', 'notifié', 'attribué'],
    sollicite: ['demandé', 'déposé', 'dossier déposé', 'en attente', 'demande déposée', 'en instruction'],
    pressenti: ['envisagé', 'espéré', 'à demander', 'à solliciter'],
    'en-cours': ['commencé', 'démarré'],
    terminee: ['fini', 'finie', 'achevé', 'achevée', 'terminé'],
    abandonnee: ['abandonné', 'arrêtée', 'arrêté'],
  },
  etat: {
    tenue: ['passée', 'a eu lieu'],
    prevue: ['à venir', 'programmée', 'planifiée'],
    termine: ['fini', 'achevé', 'clos'],
    'a-engager': ['à faire', 'à commencer'],
    abandonne: ['arrêté'],
  },
  disponibilite: {
    existant: ['existe', 'disponible', 'en place'],
    'a-adapter': ['à adapter', 'à améliorer', 'à développer'],
    'a-creer': ['à créer', 'n’existe pas', 'à inventer'],
  },
};

/** Sorts of letters that end a participle or a plural: « rencontrée », « contactés ». */
const accorde = (word: string): string => word.replace(/(?<=.{4}e)(e?s?)$/, '');

/** The value that a usual word stands for in the field at the end of a path; undefined when none does. */
export function motUsuel(champ: string, text: string): string | undefined {
  const meant = accorde(enId(text));
  const found = Object.entries(MOTS[champ] ?? {}).find(([, words]) =>
    words.some((word) => accorde(enId(word)) === meant),
  );
  return found?.[0];
}
