/** How a deck opens: what the meeting is asked, the projects that it has before it, what became of the reserves of those before. */
import type { CopilAnalysis } from '../../analysis/copil/copil.js';
import { notePonderee } from '../../analysis/projets/grille.js';
import { SUITES, titreProjets } from '../../exhibits/copil/copil.js';
import { labels } from '../../exhibits/projets/ensemble.js';
import type { Study } from '../../study/study.js';
import { compte, compteEnLettres, compteSur, enumerer, minuscule, sansPoint } from '../../texte/accords.js';
import { dateEnLettres, duJour } from '../../texte/dates.js';
import { nombreA } from '../../texte/nombres.js';
import type { Slide } from '../slides.js';

/** The one decision that a meeting asks for, or asked for; none where it informs. */
function titreDemande(attendue: string | undefined, tenue: boolean): string {
  if (attendue === undefined)
    return tenue ? 'Aucune décision n’était demandée' : 'Aucune décision n’est demandée : la réunion informe';
  return tenue ? 'Une décision était demandée' : sansPoint(attendue);
}

function demande(copil: CopilAnalysis): Slide {
  const { reunion, decisionsAPrendre } = copil;
  const [first] = decisionsAPrendre;
  return {
    theme: copil.tenue ? 'Réunion tenue' : 'Ordre du jour',
    title:
      decisionsAPrendre.length > 1
        ? `${compteEnLettres(decisionsAPrendre.length, 'décision', 'décisions')} ${copil.tenue ? 'étaient demandées' : 'sont demandées'}`
        : titreDemande(first?.attendue, copil.tenue),
    bullets: [],
    table: [
      ['Point', 'Durée', 'Décision attendue'],
      ...reunion.ordre_du_jour.map(({ point, minutes, decision_attendue: d }) => [
        point,
        minutes ? `${minutes} min` : '—',
        d ?? '—',
      ]),
    ],
    notes: [
      reunion.lieu ? `Lieu : ${reunion.lieu}.` : '',
      copil.minutes > 0 ? `Durée prévue : ${compte(copil.minutes, 'minute', 'minutes')}.` : '',
      first && !copil.tenue
        ? `Annoncer ${decisionsAPrendre.length > 1 ? 'les décisions' : 'la décision'} dès le début, puis y revenir à la fin.`
        : '',
    ]
      .filter(Boolean)
      .join(' '),
  };
}

const note = (value: number | null): string => (value === null ? '—' : nombreA(value, 1));

/** The projects by name: who bears each, what it is about, what the grid made of it. */
function projetsNommes(study: Study, { projets, tenue }: CopilAnalysis): Slide[] {
  if (projets.length === 0) return [];
  const grille = study.mode_operatoire?.experimentation?.grille ?? [];
  return [
    {
      theme: 'Projets',
      title: titreProjets(projets.length, tenue),
      bullets: [],
      table: [
        ['Projet', 'Porteur', 'Domaines', ...(grille.length > 0 ? ['Note sur 5'] : [])],
        ...projets.map((projet) => [
          projet.titre,
          projet.porteur.designation,
          labels(study.etude.domaines, projet.domaines),
          ...(grille.length > 0 ? [note(notePonderee(projet, grille))] : []),
        ]),
      ],
      notes: tenue ? '' : 'Présenter chaque projet par ce qu’il changerait, puis dire ce que la grille ne voit pas.',
    },
  ];
}

type Reserve = CopilAnalysis['reserves'][number];

const devenir = ({ etat, texte }: Reserve): string =>
  etat === null ? (texte ?? 'Rien n’est écrit') : `${SUITES[etat]} : ${minuscule(texte ?? '')}`;

/** What is left of the reserves, which the meeting may come back to. */
function notesDesReserves({ reserves: all, tenue }: CopilAnalysis): string {
  if (all.length === 0 || tenue) return '';
  const open = all.filter(({ etat }) => etat !== 'levee' && etat !== null);
  return [
    all.some(({ etat }) => etat === null) ? 'Une réserve sans suite est à reprendre à cette réunion.' : '',
    open.length > 0
      ? `Demander si le comité admet ce qui a été fait de ${enumerer(open.map(({ reserve }) => `« ${sansPoint(reserve)} »`))}.`
      : '',
    all.every(({ etat }) => etat === 'levee') ? 'Chaque réserve est levée : le dire, et passer au point suivant.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function reserves(copil: CopilAnalysis): Slide[] {
  const { reserves: all } = copil;
  if (all.length === 0) return [];
  const done = all.filter(({ etat }) => etat === 'levee').length;
  return [
    {
      theme: 'Depuis la dernière fois',
      title: compteSur(done, all.length, 'réserve levée', 'réserves levées', 'Aucune réserve levée'),
      bullets: [],
      table: [
        ['Réserve', 'Émise le', 'Ce qu’elle est devenue'],
        ...all.map((one) => [one.reserve, dateEnLettres(one.le), devenir(one)]),
      ],
      notes: notesDesReserves(copil),
    },
  ];
}

/** Reserves that an agenda can bear above it. */
const PEU_DE_RESERVES = 2;

/** The agenda under what became of the reserves: one slide says both. */
function demandeEtReserves(copil: CopilAnalysis): Slide {
  const agenda = demande(copil);
  return {
    ...agenda,
    theme: `${agenda.theme}, et suites des réserves`,
    bullets: copil.reserves.map(
      (one) => `Réserve ${duJour(one.le)} : ${minuscule(sansPoint(one.reserve))}. ${sansPoint(devenir(one))}.`,
    ),
    notes: [agenda.notes, notesDesReserves(copil)].filter(Boolean).join(' '),
  };
}

/** Whether the agenda of a meeting held says more than what its slides are about: a decision that was asked for, the time that each point had. */
const ditQuelqueChose = ({ tenue, minutes, decisionsAPrendre }: CopilAnalysis): boolean =>
  !tenue || minutes > 0 || decisionsAPrendre.length > 0;

/** The openings of a deck, the fullest first: what gives way where the deck would be too long is the agenda, which is known, never what bears on the decision. */
export function ouvertures(study: Study, copil: CopilAnalysis): Slide[][] {
  const projets = projetsNommes(study, copil);
  const suites = reserves(copil);
  return [
    [demande(copil), ...projets, ...suites],
    ...(suites.length > 0 && copil.reserves.length <= PEU_DE_RESERVES ? [[demandeEtReserves(copil), ...projets]] : []),
    ...(ditQuelqueChose(copil) ? [] : [[...projets, ...suites]]),
  ];
}
