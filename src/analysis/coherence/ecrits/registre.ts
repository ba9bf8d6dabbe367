/** Every reader of sentences, with the words that its sentences have at least. A new reader is a line here, and one of the rules of the inventories. */
import type { Study } from '../../../study/study.js';
import { MOIS_NUS } from '../../../texte/dates-ecrites.js';
import { sansArticle } from '../../../texte/identifiant.js';
import { comparaisonsEcrites } from './comparaisons.js';
import { comptesDeSorte } from './comptes.js';
import { conventionsDatees } from './dates/conventions-datees.js';
import { decisionsDatees } from './dates/decisions-datees.js';
import { delaisEcrits } from './dates/delais.js';
import { moisEcrits } from './dates/mois.js';
import { ouverturesDites } from './dates/ouvertures.js';
import { reunionsComptees } from './dates/reunions.js';
import { seancesEcrites } from './dates/seances.js';
import { besoinsCites } from './diagnostic/besoins-cites.js';
import { groupesEcrits } from './diagnostic/groupes.js';
import { tempsDuRecueil } from './diagnostic/temps-du-recueil.js';
import { dureesEcrites } from './durees.js';
import { evolutionsEcrites } from './evolutions.js';
import { actionsDites } from './faits/actions-dites.js';
import { conventionsChiffrees } from './faits/conventions-chiffrees.js';
import { employeursDits } from './faits/employeurs.js';
import { engagementsDits } from './faits/engagements.js';
import { ordresDits } from './faits/ordres.js';
import { postesDits } from './faits/postes-dits.js';
import { presencesDites } from './faits/presences-dites.js';
import { superlatifsDits } from './faits/superlatifs.js';
import { apportsEcrits } from './financement/apports.js';
import { budgetsEcrits } from './financement/budgets.js';
import { etatsDesAides } from './financement/etats-des-aides.js';
import { formesEcrites } from './formes.js';
import { debutsDe, type Indices } from './indices.js';
import { instancesEcrites } from './instances.js';
import type { Lecteur } from './lecteur.js';
import { lieuxEcrits } from './lieux.js';
import { mesuresEcrites } from './mesures.js';
import { moyensComptes } from './moyens-comptes.js';
import { partsEcrites } from './parts.js';
import { prioritesEcrites } from './priorites.js';
import { chosesComptees } from './projets/choses-comptees.js';
import { choseDuLieu, DEBUTS_DES_SORTS } from './projets/choses-dites.js';
import { ecartsDits } from './projets/ecarts-dits.js';
import { etapesDites } from './projets/etapes-dites.js';
import { projetsDits } from './projets/projets-dits.js';
import { rangsEcrits } from './rangs.js';
import { seuilsEcrits } from './seuils.js';

interface Entree {
  lire: (study: Study) => Lecteur;
  /** What its sentences have at least; the names that it reads are those of the study. */
  mots: (study: Study) => Indices;
}

const liste = (mots: string): readonly string[] => mots.split(' ');

const NOMBRES = liste(
  '# deux$ trois quatr cinq six$ sept$ huit neuf$ dix$ onze douze treiz quato quinz seize vingt trent quara cinqu soixa cent$ cents mille',
);
const MOIS = MOIS_NUS.map((mois) => (mois.length < 5 ? `${mois}$` : mois.slice(0, 5)));
const PARTS = [
  ...NOMBRES,
  ...liste(
    '% moiti tiers$ quart cinqu sixie septi huiti dixie plupa major minor total quasi ensem tous$ toute aucun pas$ nul$ nulle seul',
  ),
];
const EST = liste('est$ sont$ sera$ seron a$ ont$ rest demeu exist');

const nomsDesScenarios = ({ scenarios }: Study): string[] =>
  debutsDe([
    ...scenarios.flatMap(({ titre, titre_court: court }) => [titre, court ?? '']).map(sansArticle),
    'scenario',
    'dispositif',
    'experimentation',
  ]);

export const LECTEURS = {
  seances: { lire: seancesEcrites, mots: () => [['#'], MOIS] },
  comparaisons: {
    lire: comparaisonsEcrites,
    mots: (study) => [liste('plus$ moins doubl tripl quadr'), liste('cout cher revie'), nomsDesScenarios(study)],
  },
  delais: { lire: delaisEcrits, mots: () => [liste('jours'), liste('ouvr'), NOMBRES] },
  comptes: { lire: comptesDeSorte, mots: () => [liste('proje conve insta actio scena'), NOMBRES] },
  rangs: {
    lire: rangsEcrits,
    mots: (study) => [
      liste('tete$ devan score mieux bien$ premi deuxi secon troi quatr cinqu derni derri'),
      nomsDesScenarios(study),
    ],
  },
  priorites: { lire: prioritesEcrites, mots: () => [liste('prior crois')] },
  employeurs: {
    lire: employeursDits,
    mots: () => [liste('agent salar fonct recru emplo embau remun paye'), [...EST, ...liste('les$ l$ le$ la$')]],
  },
  mois: { lire: moisEcrits, mots: () => [MOIS, liste('comme demar debut lance fini ache term fin$')] },
  lieux: { lire: lieuxEcrits, mots: () => [liste('commu parti appar membr hors$ dehor exter dans$')] },
  parts: {
    lire: partsEcrites,
    mots: () => [
      liste('besoi outil exper acteu proje essai conve risqu cible deman repon quest porte'),
      EST.concat('surve', 'reali', 'produ'),
      PARTS.concat('un$', 'une$', 'dizai', 'douza', 'quinz', 'ving'),
    ],
  },
  evolutions: {
    lire: evolutionsEcrites,
    mots: () => [
      liste('a$ ont$'),
      liste('doubl tripl quadr decup augme progr cru$ crus crue mont baiss dimin recul chut stagn'),
    ],
  },
  mesures: {
    lire: mesuresEcrites,
    mots: (study) => [
      liste('€ euro mois$ proje deman agent perso equiv etp$ essen risqu finan rapid long vite empru'),
      [...NOMBRES, 'plus$', 'moins'],
      nomsDesScenarios(study),
    ],
  },
  groupes: {
    lire: groupesEcrits,
    mots: () => [[...liste('plus$ moins mieux'), ...NOMBRES], liste('besoi actio acteu parti pese crite fonct publi')],
  },
  instances: {
    lire: instancesEcrites,
    mots: () => [liste('reuni vote choi cree appro adopt nomm arret repar recoi unani voix')],
  },
  durees: { lire: dureesEcrites, mots: () => [liste('temps % conse gard conve essai exper')] },
  recueil: { lire: tempsDuRecueil, mots: () => [liste('ateli entre forum visit'), liste('tenu tenue lieu$ ete$')] },
  cites: { lire: besoinsCites, mots: () => [liste('besoi'), liste('cite$ pese')] },
  budgets: { lire: budgetsEcrits, mots: () => [liste('budge credi depen prevu'), liste('a$ ont$ est$')] },
  moyens: {
    lire: moyensComptes,
    mots: () => [liste('parte outil emplo achet utili mobil loue$ equip dispo'), [...NOMBRES, 'une$']],
  },
  reunions: { lire: reunionsComptees, mots: () => [liste('fois$ reuni seanc'), [...NOMBRES, 'aucun']] },
  apports: {
    lire: apportsEcrits,
    mots: () => [
      liste(
        '€ euro % moiti tiers$ quart cinqu sixie septi huiti dixie finan cofin rien gross grand essen refus retir accor',
      ),
      liste(
        'appor vers donne prome promi accor attri allou contr parti paye vote mis$ met$ recoi recu recev finan cofin couvr paie fourn soutie aide$ aiden repre prend est$ sera$ eleve reste monte attei',
      ),
    ],
  },
  aides: {
    lire: etatsDesAides,
    mots: () => [
      liste(
        'acqui obten accor vote notif attri assur garan confi deman solli press esper atten incer verse payee percu encai recu recue octro allou',
      ),
      EST,
    ],
  },
  formes: {
    lire: formesEcrites,
    mots: (study) => [
      nomsDesScenarios(study),
      liste(
        'porte gere regie conve enten assoc syndi etabl scic soci coope group gip spl sem$ deleg conce struc entit perso etend couvr desse limit reser ouver adres',
      ),
    ],
  },
  projets: {
    lire: projetsDits,
    mots: (study) => [
      debutsDe(
        study.projets.flatMap(({ titre, titre_court: court }) => [sansArticle(titre), sansArticle(court ?? '')]),
      ).concat('proje'),
      [
        ...NOMBRES,
        ...liste('termi achev abou fini clos mene aban arret cours pours conti tenu lieu derou trouv situ cout porte'),
      ],
    ],
  },
  decisions: {
    lire: decisionsDatees,
    mots: () => [liste('valid appro adopt reten chois selec affer lance cree'), EST.concat('ete$')],
  },
  conventions: {
    lire: conventionsDatees,
    mots: () => [
      ['signe', 'depui', ...MOIS],
      ['conve', 'depui', 'a$', 'ont$'],
    ],
  },
  actions: {
    lire: actionsDites,
    mots: () => [
      liste('ferme dispa cess exist aband arret fonct pours conti dure$ duren cours depui en$ termi achev fini coute'),
    ],
  },
  engagements: {
    lire: engagementsDits,
    mots: () => [liste('engag volon press conta siege membr parti repre'), [...EST, ...liste('siege s$ au$ a$')]],
  },
  ordres: { lire: ordresDits, mots: () => [liste('avant apres prece suit$ suive suivi')] },
  superlatifs: {
    lire: superlatifsDits,
    mots: () => [
      liste('plus$ moiti tiers$ quart cinqu sixie septi huiti dixie'),
      liste(
        'peupl suivi frequ reuni rasse attir recen ancie donne fait$ appor passe$ consa deman emplo mobil exige habit popul',
      ),
    ],
  },
  montantsConvenus: {
    lire: conventionsChiffrees,
    mots: () => [liste('€ jour jours journ'), liste('conve recoi recev touch paye remun')],
  },
  ecarts: {
    lire: ecartsDits,
    mots: () => [liste('plus$ moins budge porte cible objec recu$'), liste('prevu tenu respe depas attei par$ € euro')],
  },
  choses: {
    lire: chosesComptees,
    mots: (study) => [
      [...NOMBRES, ...liste('aucun tous$ toute premi secon deuxi derni')],
      [...DEBUTS_DES_SORTS, ...debutsDe(study.projets.map(choseDuLieu))],
    ],
  },
  etapes: {
    lire: etapesDites,
    mots: () => [
      liste(
        'close clos$ termi achev fini faite reali note$ notee notes obtie obten recoi recu$ perti coher effic effet durab',
      ),
      [...EST, ...liste('obtie recoi')],
    ],
  },
  postes: {
    lire: postesDits,
    mots: ({ scenarios }) => [
      liste('temps mi$ % etp$ equiv recru embau poste agent salar emplo').concat(
        debutsDe(scenarios.flatMap(({ moyens }) => moyens.humains.map(({ profil }) => sansArticle(profil)))),
      ),
      liste(
        'emplo recru compt paie$ finan suppo prevo occup repre est$ sera$ ete$ font$ fait$ anime porte tienn suffi trava cree creen seron serai',
      ),
    ],
  },
  ouvertures: {
    lire: ouverturesDites,
    mots: () => [
      liste('ouvre ouvri ouver demar entre clos$ close lance appel accue recoi delai faut$ place'),
      [...MOIS, 'semai', 'mois$'],
    ],
  },
  presences: { lire: presencesDites, mots: () => [liste('prese repre absen'), liste('etait etaie ete$')] },
  seuils: { lire: seuilsEcrits, mots: () => [liste('€ euro %'), liste('seuil plafo taux minim maxim parti')] },
} as const satisfies Readonly<Record<string, Entree>>;

export type NomDeLecteur = keyof typeof LECTEURS;

export const NOMS_DES_LECTEURS = Object.keys(LECTEURS) as NomDeLecteur[];
