/** Facts that a study tells as past, at a date that has not come; documents dated out of their phase. */
import { conditionsDuMode } from '../../../../study/conditions.js';
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { dateEnLettres, duJour, leJour, ordreDates, periode, posterieur } from '../../../../texte/dates.js';
import { nu } from '../../../../texte/identifiant.js';
import { titreReunion } from '../../../comite.js';
import { nomDeRencontre } from '../../../vocabulaire.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { relevesDe } from '../../releves.js';

interface Date {
  chemin: string;
  date: string | undefined;
  /** With its article. */
  quoi: string;
  /** What to write where the date may well be to come. */
  saisie?: string;
}

const duProjet = (projet: Study['projets'][number]): Date[] => {
  const { id, titre, retenu_le, calendrier, accompagnement, financements, evaluation } = projet;
  const at = `projets/${id}`;
  return [
    { chemin: `${at}/retenu_le`, date: retenu_le, quoi: `le choix de « ${titre} »` },
    ...relevesDe(projet).map((one) => ({ ...one, quoi: `${one.quoi} de « ${titre} »` })),
    ...(calendrier ?? []).flatMap(({ etape, debut_reel, fin_reelle }, i) => [
      { chemin: `${at}/calendrier/${i + 1}/debut_reel`, date: debut_reel, quoi: `le début de « ${etape} »` },
      { chemin: `${at}/calendrier/${i + 1}/fin_reelle`, date: fin_reelle, quoi: `la fin de « ${etape} »` },
    ]),
    ...(financements ?? []).map(({ verse_le }, i) => ({
      chemin: `${at}/financements/${i + 1}/verse_le`,
      date: verse_le,
      quoi: `un versement à « ${titre} »`,
    })),
    {
      chemin: `${at}/accompagnement/demande_recue`,
      date: accompagnement?.demande_recue,
      quoi: `la demande de « ${titre} »`,
    },
    {
      chemin: `${at}/accompagnement/premiere_reponse`,
      date: accompagnement?.premiere_reponse,
      quoi: `la réponse faite à « ${titre} »`,
    },
    { chemin: `${at}/evaluation/notee_le`, date: evaluation?.notee_le, quoi: `la note de « ${titre} »` },
  ];
};

const duMode = ({
  realise,
  conditions,
  conventions,
  risques,
  indicateurs,
  taches,
}: NonNullable<Study['mode_operatoire']>): Date[] => {
  const at = 'mode_operatoire';
  return [
    { chemin: `${at}/realise/au`, date: realise?.au, quoi: 'le compte de ce qui est réalisé' },
    { chemin: `${at}/realise/jusqu_au`, date: realise?.jusqu_au, quoi: 'le dernier jour des comptes' },
    ...conditionsDuMode(conditions).map(({ libelle, remplie_le, chemin }) => ({
      chemin: `${at}/${chemin}/remplie_le`,
      date: remplie_le,
      quoi: `la condition remplie « ${libelle} »`,
    })),
    ...(conventions ?? []).map(({ id, objet, signee_le }, i) => ({
      chemin: `${at}/conventions/${id ?? i + 1}/signee_le`,
      date: signee_le,
      quoi: `la signature de la convention « ${objet} »`,
    })),
    ...(risques ?? []).map(({ libelle, survenu_le }, i) => ({
      chemin: `${at}/risques/${i + 1}/survenu_le`,
      date: survenu_le,
      quoi: `le risque survenu « ${libelle} »`,
    })),
    ...(indicateurs ?? []).flatMap(({ id, libelle, mesures }) =>
      (mesures ?? []).map(({ date }, m) => ({
        chemin: `${at}/indicateurs/${id}/mesures/${m + 1}/date`,
        date,
        quoi: `une mesure de « ${libelle} »`,
      })),
    ),
    ...(taches ?? []).flatMap(({ id, libelle, debut_reel, fin_reelle }) => [
      { chemin: `${at}/taches/${id}/debut_reel`, date: debut_reel, quoi: `le début de « ${libelle} »` },
      { chemin: `${at}/taches/${id}/fin_reelle`, date: fin_reelle, quoi: `la fin de « ${libelle} »` },
    ]),
  ];
};

const desSeances = ({ reunions, participation }: Pick<Study, 'reunions' | 'participation'>): Date[] => [
  ...reunions.flatMap((reunion) =>
    (reunion.decisions ?? []).flatMap(({ suites = [] }, d) =>
      suites.map(({ date }, s) => ({
        chemin: `reunions/${reunion.id}/decisions/${d + 1}/suites/${s + 1}/date`,
        date,
        quoi: `la suite donnée à une décision de « ${titreReunion(reunion)} »`,
      })),
    ),
  ),
  ...participation.map((one) => ({
    chemin: `participation/${one.id}/fin`,
    // A time that has counted nobody yet is planned.
    date: one.participants || one.participants_total || one.reponses ? one.fin : undefined,
    quoi: `la fin de « ${nomDeRencontre(one)} »`,
  })),
];

const desActeurs = ({ acteurs }: Study): Date[] =>
  acteurs.flatMap(({ id, nom, engagement_date: date, contact_date: contact, retrait }) => [
    { chemin: `acteurs/${id}/engagement_date`, date, quoi: `l’engagement de « ${nom} »` },
    { chemin: `acteurs/${id}/contact_date`, date: contact, quoi: `le premier contact avec « ${nom} »` },
    { chemin: `acteurs/${id}/retrait/date`, date: retrait?.date, quoi: `le retrait de « ${nom} »` },
  ]);

/** Words by which a label says itself that its figure is foreseen or aimed at: they keep the rule silent, and never make it speak; « projection » settles it. */
const PROJECTION =
  /proje[ct]|prévi|prévu|prospecti|horizon|objectif|attendu|estim|tendanc|scénario|d[’']ici|cible|visée?s?\b|à viser|ambition|trajectoire|à atteindre|à venir|futur|programm|planifi|potentiel|perspective|simul|hypothès|neutralité/i;

const desChiffres = ({ territoire }: Study): Date[] =>
  (territoire.chiffres_cles ?? []).map(({ id, libelle, date, projection, commentaire = '' }) => ({
    chemin: `territoire/chiffres_cles/${id}/date`,
    date: projection || PROJECTION.test(`${libelle} ${commentaire}`) ? undefined : date,
    quoi: `le chiffre « ${libelle} »`,
    saisie: 'Un chiffre que l’on prévoit ou vise s’écrit « projection: true ».',
  }));

const desFinancements = ({ scenarios }: Study): Date[] =>
  scenarios.flatMap(({ id, titre, financements }) =>
    financements.map(({ id: source, libelle, acquis_le: date }, i) => ({
      chemin: `scenarios/${id}/financements/${source ?? i + 1}/acquis_le`,
      date,
      quoi: `dans « ${titre} », l’acquisition de « ${libelle ?? source ?? i + 1} »`,
    })),
  );

/** More dates to come are one fault, that of the study's own date; so many of them show it. */
const TROP = 20;

export const constatAVenir: RegleCoherence = {
  code: 'constat-a-venir',
  gravite: 'attention',
  titre: 'Un constat est daté d’après l’étude.',
  explication:
    'Ce qui est mesuré, signé, rempli, acquis, survenu ou fini l’est à une date que l’étude connaît : elle n’est pas postérieure à la sienne (« date » de etude.yaml). Ce qui est prévu s’écrit dans les champs de prévision. Au-delà de vingt, c’est la date de l’étude qui est dite, une fois.',
  livrables: ['diagnostic', 'scenarios', 'mode-operatoire', 'fiches-projets', 'bilan', 'copil'],
  verifier: ({ study }) => {
    const { projets, mode_operatoire: mode, etude } = study;
    const late = [
      ...desChiffres(study),
      ...desActeurs(study),
      ...desFinancements(study),
      ...desSeances(study),
      ...projets.flatMap(duProjet),
      ...(mode ? duMode(mode) : []),
    ].flatMap(({ date, ...one }) => (date === undefined || !posterieur(date, etude.date) ? [] : [{ date, ...one }]));
    const [first, ...others] = [...late].sort((a, b) => ordreDates(a.date, b.date));
    if (first && late.length > TROP)
      return [
        {
          chemin: 'etude/date',
          contre: [first.chemin, ...others.slice(0, TROP - 1).map(({ chemin }) => chemin)],
          message: `${compte(late.length, 'constat')} sont datés d’après l’étude, arrêtée ${leJour(etude.date)} : le premier, ${first.quoi}, ${duJour(first.date)}.`,
          issue: 'Mettez à jour la date de l’étude, ou corrigez ces dates.',
        },
      ];
    return late.map(({ chemin, date, quoi, saisie }) => ({
      chemin,
      contre: ['etude/date'],
      ...(saisie === undefined ? {} : { saisie }),
      message: `${quoi} porte une date à venir (${dateEnLettres(date)}) ; l’étude est arrêtée ${leJour(etude.date)}.`,
      issue: 'Corrigez la date, ou mettez à jour celle de l’étude.',
    }));
  },
};

/** What a text calls a phase, when it names one alone: « volet 2 », « lot B » ; « volet 2, après le volet 1 » names two. */
function numeros(text: string): Map<string, string> {
  const all = [
    ...text.matchAll(
      /(?<![\p{L}\d])([Pp]hase|[Ll]ot|[Tt]ranche|[Éé]tape|[Vv]olet)s?\s+(\d+|[A-Z](?![\p{L}'’]))(\s*(?:à|et|-|–|,)\s*(?:\d|[A-Z](?![\p{L}'’])))?/gu,
    ),
  ].map(([, mot = '', numero = '', more]) => ({ mot: mot.toLowerCase(), numero: more === undefined ? numero : '' }));
  return new Map(
    all.flatMap(({ mot, numero }): [string, string][] =>
      numero === '' || all.some((one) => one.mot === mot && one.numero !== numero) ? [] : [[mot, numero]],
    ),
  );
}

type Etape = NonNullable<Study['etude']['calendrier']>[number];

const memeNom = (a: string, b: string): boolean => nu(a) === nu(b);

/** Whether a document's phase is a line of the calendar: by its name, or by the number that both give to the same thing. */
function estDite(phase: string, { phase: line }: Etape): boolean {
  const own = numeros(line);
  return memeNom(phase, line) || [...numeros(phase)].some(([mot, numero]) => own.get(mot) === numero);
}

/** The line of the calendar that a document says it is of, when no line that makes it is. */
function autreEtape(phase: string | undefined, id: string, calendrier: readonly Etape[]): Etape | undefined {
  if (phase === undefined) return undefined;
  const [its, others] = [true, false].map((one) =>
    calendrier.filter(({ livrables = [] }) => livrables.includes(id) === one),
  );
  return its?.some((line) => estDite(phase, line)) ? undefined : others?.find((line) => estDite(phase, line));
}

export const livrableHorsPhase: RegleCoherence = {
  code: 'livrable-hors-phase',
  gravite: 'attention',
  titre: 'Un livrable est daté hors de la phase qui le produit.',
  explication:
    'Une phase du calendrier nomme les livrables qu’elle produit (« calendrier.livrables ») : la date de chacun tombe entre son début et sa fin, et le livrable ne se dit pas (« phase ») d’une autre ligne du calendrier, qui porte ce nom ou ce numéro (« volet 2 », « lot B »). De plusieurs phases qui le produisent, l’une suffit.',
  livrables: ['diagnostic', 'scenarios', 'mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: ({ study: { etude } }) =>
    (etude.calendrier ?? []).flatMap(({ phase, debut, fin, livrables = [] }, i, calendrier) =>
      livrables.flatMap((id): Contradiction[] => {
        const found = etude.livrables?.find((one) => one.id === id);
        const date = found?.date;
        const first = calendrier.findIndex((row) => row.livrables?.includes(id)) === i;
        const other = first ? autreEtape(found?.phase, id, calendrier) : undefined;
        if (found && other)
          return [
            {
              chemin: `etude/livrables/${id}/phase`,
              contre: [`etude/calendrier/${i + 1}/livrables`],
              message: `« ${found.titre} » se dit de « ${found.phase} », comme « ${other.phase} », et c’est « ${phase} » qui le produit.`,
              issue: 'Corrigez la phase du livrable, ou le calendrier.',
            },
          ];
        const hors = (row: { debut?: string | undefined; fin?: string | undefined }, day: string): boolean =>
          posterieur(row.debut, day) || posterieur(day, row.fin ?? day);
        if (!found || date === undefined || !hors({ debut, fin }, date)) return [];
        // One of the phases that produce it is enough.
        if (etude.calendrier?.some((row) => row.livrables?.includes(id) && !hors(row, date))) return [];
        return [
          {
            chemin: `etude/livrables/${id}/date`,
            contre: [`etude/calendrier/${i + 1}`],
            message: `« ${found.titre} » est daté ${leJour(date)} ; « ${phase} », qui le produit, va ${periode(debut, fin)}.`,
            issue: 'Corrigez la date du livrable, ou celles de la phase.',
          },
        ];
      }),
    ),
};

export const DATES_DES_CONSTATS = [constatAVenir, livrableHorsPhase] as const;
