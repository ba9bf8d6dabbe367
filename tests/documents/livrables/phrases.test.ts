/** The sentence that leads to a table says what the table shows, and nothing where there is no table. */
import { describe, expect, it } from 'vitest';
import { tableDuReleve, titreReleve } from '../../../src/documents/diapositives/dossier.js';
import { surLeReferentiel, surLesConstats, surLesPreuves } from '../../../src/documents/livrables/phrases-du-bilan.js';
import {
  surLaPrecedente,
  surLesLivrables,
  surLesPresents,
  surLesReserves,
} from '../../../src/documents/livrables/phrases-du-dossier.js';
import {
  surLaCharge,
  surLesConditions,
  surLesDonnees,
  surLesIndicateurs,
  surLesInstances,
  surLesOutils,
  surLesReseaux,
  surLesRisques,
  surLesRoles,
} from '../../../src/documents/livrables/phrases-du-mode.js';
import { voteEnClair } from '../../../src/exhibits/copil/copil.js';
import type { ModeOperatoire } from '../../../src/study/types.gen.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const instance = (nom: string, reunions_an?: number) =>
  ({ nom, role: 'Suit.', ...(reunions_an === undefined ? {} : { reunions_an }) }) as never;
const raci = (...approuves: string[]) => approuves.map((approuve) => ({ activite: 'x', approuve })) as never;

describe('mode opératoire', () => {
  it('bodies: how often they meet, or how many do not say it', () => {
    expect(surLesInstances([])).toBe('');
    expect(surLesInstances([instance('Bureau', 4), instance('Comité', 10)])).toBe(
      'Deux instances sont prévues, pour quatorze réunions par an, dont dix pour « Comité ».',
    );
    expect(surLesInstances([instance('Bureau', 4), instance('Comité', 4)])).toMatch(/pour huit réunions par an\.$/);
    expect(surLesInstances([instance('Bureau', 4), instance('Comité')])).toMatch(
      /une ne dit pas combien de fois par an elle se réunit\.$/,
    );
    expect(surLesInstances([instance('Bureau')])).toMatch(/le nombre de leurs réunions n’est pas écrit\.$/);
  });

  it('roles: what the bearer answers of, and what others do', () => {
    expect(surLesRoles([], 'p')).toBe('');
    expect(surLesRoles(raci('p', 'p'), 'p')).toBe('Le porteur répond de toutes les activités.');
    expect(surLesRoles(raci('a'), 'p')).toBe('Le porteur ne répond d’aucune activité.');
    expect(surLesRoles(raci('p', 'a', 'b', 'a'), 'p')).toBe(
      'Le porteur répond d’une activité sur quatre ; deux partenaires répondent des autres.',
    );
  });

  it('load, networks, data, indicators, risks, annex', () => {
    const cote = (name: 'porteur' | 'partenaires', taux: number | null) =>
      ({ cote: name, taux, demandes: 0, capacite: 0, croisiere: 0 }) as const;
    expect(plain(surLaCharge({ cotes: [cote('porteur', 0.48), cote('partenaires', null)] }))).toBe(
      'La première année prend 48 % des jours de l’équipe du porteur.',
    );
    const reseau = (reprise?: string) => ({ reseau: 'a', enseignement: 'b', ...(reprise ? { reprise } : {}) }) as never;
    const [fondee, tachee, nue] = [{ base: 'Vote' }, { tache: 't' }, {}];
    expect(
      [[{ ...fondee, ...tachee }], [fondee, tachee, nue, nue], [fondee, fondee], [tachee], [nue, nue], []].map((list) =>
        plain(surLesConditions(list)),
      ),
    ).toEqual([
      'La condition cite ce qui la fonde et la tâche du calendrier qui la remplit.',
      'Sur quatre conditions, une cite ce qui la fonde ; une cite la tâche du calendrier qui la remplit.',
      'Sur deux conditions, toutes citent ce qui les fonde ; aucune ne cite la tâche du calendrier qui la remplit.',
      'La condition cite la tâche du calendrier qui la remplit, et non ce qui la fonde.',
      'Deux conditions sont posées, sans les textes qui les fondent.',
      '',
    ]);
    expect(surLesReseaux([reseau('c')])).toBe('Un réseau a été étudié ; le dispositif en reprend quelque chose.');
    expect(surLesReseaux([reseau('c'), reseau()])).toBe(
      'Deux réseaux ont été étudiés ; le dispositif reprend quelque chose d’un seul.',
    );
    const traitement = (base: string, duree_mois: number) =>
      ({ traitement: 't', finalite: 'f', base, duree_mois }) as never;
    expect(plain(surLesDonnees([traitement('Consentement', 24), traitement('Consentement', 36)]))).toBe(
      'Deux traitements sont prévus, sur cette base : « Consentement » (2) ; les données sont gardées de 24 à 36 mois.',
    );
    expect(plain(surLesDonnees([traitement('Consentement', 24)]))).toBe(
      'Un traitement est prévu, sur cette base : « Consentement » ; les données sont gardées 24 mois.',
    );
    expect(surLesIndicateurs([{ initial: 0 }, {}] as never)).toBe(
      'Deux indicateurs ont chacun une cible ; un n’a pas de valeur de départ.',
    );
    expect(
      surLesRisques([
        { libelle: 'A', probabilite: 2, gravite: 3 },
        { libelle: 'B', probabilite: 4, gravite: 4 },
      ] as never),
    ).toBe('Deux risques sont suivis. Le plus lourd, probabilité × gravité : « B » (16 sur 25).');
    expect(surLesOutils({ dossier_aide: [{ piece: 'x' }] } as unknown as ModeOperatoire)).toBe(
      'Cette annexe donne une pièce du dossier d’aide, aucune prête.',
    );
    expect(surLesOutils({ premiers_jours: [{ role: 'a', du: 1, au: 22 }] } as unknown as ModeOperatoire)).toBe(
      'Cette annexe donne ce que fait un rôle pendant les 22 premiers jours ouvrés.',
    );
    expect(surLesOutils({} as ModeOperatoire)).toBe('');
  });
});

describe('evaluation', () => {
  it('evidence: what agrees, what differs, what nothing measures and what is not noted are told apart', () => {
    const criteres = (...codes: string[]) => ({ criteres: codes.map((recoupement) => ({ recoupement })) }) as never;
    expect(surLesPreuves(criteres('recoupe', 'divergent', 'divergent', 'parole-seule'))).toBe(
      'Des preuves qui se recoupent fondent un critère sur quatre ; les preuves divergent pour deux et un n’est soutenu par aucune mesure.',
    );
    const critere = (mesures: number, methode: string | null) => ({ indicateurs: Array(mesures).fill({}), methode });
    expect(
      [
        [critere(1, 'm'), critere(2, 'm')],
        [critere(1, null), critere(0, 'm'), critere(0, 'm')],
        [critere(1, null), critere(1, null)],
        [],
      ].map((list) => plain(surLeReferentiel(list))),
    ).toEqual([
      'Chaque critère a sa question, ses mesures et sa méthode.',
      'Chaque critère a sa question ; sur trois, un a une mesure et deux ont une méthode écrite.',
      'Chaque critère a sa question ; sur deux, tous ont une mesure et aucun n’a de méthode écrite.',
      '',
    ]);
    expect(surLesPreuves(criteres('note-seule', 'note-seule', 'sans-note'))).toBe(
      'Aucun des trois critères ne repose sur des preuves qui se recoupent ; deux ne sont soutenus par aucune mesure et un n’est pas noté.',
    );
  });

  it('findings: several recommendations may answer one', () => {
    expect(surLesConstats({ constats: [1, 2], sansReponse: [] })).toBe(
      'Deux constats appellent une réponse ; chacun a au moins une recommandation.',
    );
  });
});

describe('pack', () => {
  it('deliverables: the counts make the whole', () => {
    const livrables = (...etats: string[]) => ({ livrables: etats.map((etat) => ({ etat })) }) as never;
    expect(surLesLivrables(livrables('a-venir', 'a-venir'))).toBe('Les deux livrables sont à venir.');
    expect(surLesLivrables(livrables('valide', 'valide'))).toBe('Les deux livrables sont validés.');
    expect(surLesLivrables(livrables('valide', 'valide', 'remis', 'a-venir'))).toBe(
      'Deux livrables sont validés sur quatre ; un est remis sans être validé et un est à venir.',
    );
    expect(surLesLivrables(livrables('remis', 'a-venir'))).toBe(
      'Aucun des deux livrables n’est validé ; un est remis sans être validé et un est à venir.',
    );
  });

  it('slide of the record: what is put off is no decision taken', () => {
    const told = (...list: object[]) => titreReleve(list as never);
    expect(told({ statut: 'a-modifier' }, { portee: 'prend-acte' })).toBe('Une décision prise et une prise d’acte');
    expect(told({ portee: 'prend-acte' }, { portee: 'prend-acte' }, { statut: 'ajourne' })).toBe(
      'Deux prises d’acte et un report',
    );
    expect(tableDuReleve([{ objet: 'A', texte: 'B', vote: { pour: 3 } }])).toEqual([
      ['Objet', 'Décision', 'Vote'],
      ['A', 'B', '3 pour'],
    ]);
    expect(tableDuReleve([{ objet: 'A', texte: 'B' }])[0]).toEqual(['Objet', 'Décision']);
  });

  it('reserves agree with how many there are', () => {
    const told = (...etats: (string | null)[]) => surLesReserves(etats.map((etat) => ({ etat })) as never);
    expect(told('en-cours')).toBe('Une réserve a été émise ; elle est en cours.');
    expect(told('hors-delai', 'hors-delai')).toBe('Deux réserves ont été émises ; toutes sont tenues hors délai.');
    expect(told('levee', 'levee', null)).toBe('Trois réserves ont été émises : deux levées et une sans suite écrite.');
  });

  it('presence, reserves, what the meeting before wrote', () => {
    expect(surLesPresents({} as never)).toBe('');
    expect(surLesPresents({ presents: [{ organisme: 'a', representants: 12 }] } as never)).toBe(
      'Douze représentants étaient présents.',
    );
    expect(
      surLesPresents({
        presents: [
          { organisme: 'a', representants: 2 },
          { organisme: 'b', representants: 3 },
        ],
      } as never),
    ).toBe('Deux organismes étaient présents, avec cinq représentants en tout.');
    expect(surLesReserves([{ etat: 'levee' }, { etat: null }] as never)).toBe(
      'Deux réserves ont été émises : une levée et une sans suite écrite.',
    );
    expect(
      surLaPrecedente({ decisions: [{ statut: 'valide', portee: 'prend-acte' }, { statut: 'a-modifier' }] } as never),
    ).toBe('Deux points sont écrits au relevé, dont une décision prise.');
    expect(surLaPrecedente(null)).toBe('');
    expect(voteEnClair({ vote: { pour: 39, contre: 2, abstentions: 3 } })).toBe('39 pour, 2 contre, 3 abstentions');
    expect(voteEnClair({ vote: { pour: 44 } })).toBe('44 pour');
    expect(voteEnClair({})).toBeNull();
  });
});
