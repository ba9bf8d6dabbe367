/** The sentence that leads to a table says what the table shows, and nothing where there is no table. */
import { describe, expect, it } from 'vitest';
import {
  surLaPrecedente,
  surLesPresents,
  surLesReserves,
} from '../../../src/documents/livrables/phrases-du-dossier.js';
import {
  surLaCharge,
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
      /une ne dit pas combien de fois par an\.$/,
    );
    expect(surLesInstances([instance('Bureau')])).toMatch(/le nombre de leurs réunions n’est pas écrit\.$/);
  });

  it('roles: what the bearer answers of, and what others do', () => {
    expect(surLesRoles([], 'p')).toBe('');
    expect(surLesRoles(raci('p', 'p'), 'p')).toBe('Le porteur répond de toutes les activités.');
    expect(surLesRoles(raci('a'), 'p')).toBe('Le porteur ne répond d’aucune activité.');
    expect(surLesRoles(raci('p', 'a', 'b', 'a'), 'p')).toBe(
      'Sur 4 activités, le porteur répond de 1 ; 2 partenaires répondent des autres.',
    );
  });

  it('load, networks, data, indicators, risks, annex', () => {
    const cote = (name: 'porteur' | 'partenaires', taux: number | null) =>
      ({ cote: name, taux, demandes: 0, capacite: 0, croisiere: 0 }) as const;
    expect(plain(surLaCharge({ cotes: [cote('porteur', 0.48), cote('partenaires', null)] }))).toBe(
      'La première année prend 48 % des jours de l’équipe du porteur.',
    );
    const reseau = (reprise?: string) => ({ reseau: 'a', enseignement: 'b', ...(reprise ? { reprise } : {}) }) as never;
    expect(surLesReseaux([reseau('c'), reseau()])).toBe(
      'Deux réseaux ont été étudiés ; le dispositif reprend quelque chose d’un seul.',
    );
    const traitement = (base: string, duree_mois: number) =>
      ({ traitement: 't', finalite: 'f', base, duree_mois }) as never;
    expect(plain(surLesDonnees([traitement('Consentement', 24), traitement('Consentement', 36)]))).toBe(
      'Deux traitements sont prévus, sur cette base : « Consentement » (2) ; les données sont gardées de 24 à 36 mois.',
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
      'Cette annexe donne : une pièce du dossier d’aide, aucune prête.',
    );
    expect(surLesOutils({} as ModeOperatoire)).toBe('');
  });
});

describe('pack', () => {
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
