//! What rises as tables, and that any forest adds up.

use cordee_base::{Chance, SeededChance};

use super::*;

fn member(id: i64, above: Option<i64>, deals: Each<i64>) -> Member {
    let (id, above) = (Id::from_i64(id), above.map(Id::from_i64));
    Member { id, above, deals, submitted: None, adjusted: Call::default() }
}

fn deals(closed: i64, commit: i64, best_case: i64) -> Each<i64> {
    Each { closed, commit, best_case, ..Each::default() }
}

fn figures(closed: i128, commit: i128, best_case: i128) -> Figures {
    Each { closed, commit, best_case, ..Each::default() }
}

#[test]
fn a_category_has_one_key() {
    for (key, category) in Category::ALL {
        assert_eq!(Category::named(key), Some(category));
        let marked = Each::of(|one| one == category);
        assert!(Category::ALL.iter().all(|(_, one)| marked.get(*one) == (*one == category)), "{key}");
    }
    assert_eq!(Category::named("maybe"), None);
}

#[test]
fn the_usual_forecasts_are_cumulative() {
    let figures = Figures { pipeline: 1_000, omitted: 9_999, ..figures(50, 30, 20) };
    assert_eq!((figures.commit_forecast(), figures.best_case_forecast()), (80, 100));
}

#[test]
fn what_rises_through_a_head_a_manager_and_two_sellers() {
    let commit = |minor| Call { commit: Some(minor), ..Call::default() };
    let members = [
        Member { adjusted: commit(150), ..member(1, None, deals(0, 0, 0)) },
        Member { adjusted: commit(90), ..member(2, Some(1), deals(5, 40, 0)) },
        Member { submitted: Some(commit(70)), ..member(3, Some(2), deals(10, 60, 20)) },
        member(4, Some(2), deals(20, 50, 10)),
    ];
    let rolled = roll_up(&members).expect("a tree");
    #[rustfmt::skip]
    let wanted = [
        // own,             below,               delta,              rises,               people, submitted
        (figures(0, 0, 0),  figures(35, 130, 30), figures(0, 20, 0),  figures(35, 150, 30), 4, 1),
        (figures(5, 40, 0), figures(30, 120, 30), figures(0, -30, 0), figures(35, 130, 30), 3, 1),
        (figures(10, 70, 20), figures(0, 0, 0),   figures(0, 0, 0),   figures(10, 70, 20),  1, 1),
        (figures(20, 50, 10), figures(0, 0, 0),   figures(0, 0, 0),   figures(20, 50, 10),  1, 0),
    ];
    for (level, (own, below, delta, rises, people, submitted)) in rolled.levels.iter().zip(wanted) {
        let id = level.id;
        assert_eq!(*level, Level { id, own, below, delta, rises, people, submitted });
    }
    assert_eq!(rolled.top, figures(35, 150, 30));
    assert_eq!(rolled.top.commit_forecast(), 185);
}

#[test]
fn there_may_be_several_tops_or_none() {
    let two = [member(1, None, deals(1, 2, 3)), member(2, None, deals(10, 20, 30))];
    assert_eq!(roll_up(&two).map(|rolled| rolled.top), Ok(figures(11, 22, 33)));
    assert_eq!(roll_up(&[]), Ok(RollUp { levels: vec![], top: Figures::default() }));
}

#[test]
fn what_is_no_tree_is_refused() {
    let ids = |ids: &[i64]| ids.iter().copied().map(Id::from_i64).collect::<Vec<_>>();
    type Case = (&'static [(i64, Option<i64>)], TreeError);
    let table: Vec<Case> = vec![
        (&[(1, Some(1))], TreeError::Circle(ids(&[1]))),
        (&[(9, None), (1, Some(2)), (2, Some(1))], TreeError::Circle(ids(&[1, 2]))),
        (&[(5, Some(3)), (3, Some(7)), (4, Some(3)), (7, Some(4))], TreeError::Circle(ids(&[3, 7, 4]))),
        (&[(1, None), (2, Some(8))], TreeError::Unknown(Id::from_i64(2), Id::from_i64(8))),
        (&[(1, None), (2, Some(1)), (1, Some(2))], TreeError::Twice(Id::from_i64(1))),
    ];
    for (tree, wanted) in table {
        let members: Vec<Member> =
            tree.iter().map(|(id, above)| member(*id, *above, Each::default())).collect();
        assert_eq!(roll_up(&members), Err(wanted), "{tree:?}");
    }
    let said = TreeError::Circle(ids(&[1, 2])).to_string();
    let (one, two) = (Id::from_i64(1), Id::from_i64(2));
    assert_eq!(said, format!("they report to each other in a circle: {one} to {two} to {one}"));
}

/// A forest in a shuffled order; with `bend` some submit and some adjust.
fn any_forest(chance: &mut SeededChance, bend: bool) -> Vec<Member> {
    let count = 1 + chance.below(40) as i64;
    let mut members: Vec<Member> = Vec::new();
    for id in 1..=count {
        let above = (chance.below(8) > 0 && id > 1).then(|| 1 + chance.below(id as u64 - 1) as i64);
        let mut one = member(id, above, any_amounts(chance));
        if bend && chance.below(3) == 0 {
            one.submitted = Some(any_call(chance));
        }
        if bend && chance.below(3) == 0 {
            one.adjusted = any_call(chance);
        }
        members.insert(chance.below(members.len() as u64 + 1) as usize, one);
    }
    members
}

fn any_amounts(chance: &mut SeededChance) -> Each<i64> {
    let mut amount = || chance.u64() as i64 >> chance.below(64);
    Each { closed: amount(), commit: amount(), best_case: amount(), pipeline: amount(), omitted: amount() }
}

fn any_call(chance: &mut SeededChance) -> Call {
    let said = any_amounts(chance);
    let silent = chance.below(32);
    Call::of(|category| (silent >> category as u32 & 1 == 0).then_some(said.get(category)))
}

fn total(figures: impl Iterator<Item = Figures>) -> Figures {
    figures.fold(Figures::default(), |sum, one| sum.plus(&one))
}

#[test]
fn without_adjustments_the_top_is_the_sum_of_all() {
    let mut chance = SeededChance::new(3);
    for _ in 0..2_000 {
        let members = any_forest(&mut chance, false);
        let rolled = roll_up(&members).expect("a tree");
        let deals = members.iter().map(|member| Figures::of(|one| i128::from(member.deals.get(one))));
        assert_eq!(rolled.top, total(deals), "{members:?}");
    }
}

#[test]
fn with_adjustments_the_top_is_the_sum_of_all_and_of_the_deltas() {
    let mut chance = SeededChance::new(4);
    for _ in 0..2_000 {
        let members = any_forest(&mut chance, true);
        let rolled = roll_up(&members).expect("a tree");
        let own = total(rolled.levels.iter().map(|level| level.own));
        let deltas = total(rolled.levels.iter().map(|level| level.delta));
        assert_eq!(rolled.top, own.plus(&deltas), "{members:?}");
        for (level, member) in rolled.levels.iter().zip(&members) {
            let children = rolled.levels.iter().zip(&members).filter(|(_, one)| one.above == Some(member.id));
            assert_eq!(level.below, total(children.map(|(child, _)| child.rises)), "{members:?}");
            for (_, category) in Category::ALL {
                let came = level.rises.get(category) - level.own.get(category);
                let wanted = member.adjusted.get(category).map_or(level.below.get(category), i128::from);
                assert_eq!(came, wanted, "{category:?} of {member:?}");
            }
        }
        let tops = rolled.levels.iter().zip(&members).filter(|(_, member)| member.above.is_none());
        assert_eq!(tops.map(|(level, _)| level.people).sum::<u64>(), members.len() as u64);
    }
}
