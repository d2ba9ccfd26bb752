//! What holds for any rows and any query, hostile ones included.

#[path = "properties/plain.rs"]
mod plain;

use plain::{Cell, cells, hostile, piece, query_text};
use proptest::prelude::*;
use search::{Column, Index, Query, fold, marks, order_key, other_layout, snippet, suggestion};

fn index(rows: &[Vec<Cell>]) -> Index {
    let mut index = Index::default();
    for (id, row) in (1..).zip(rows) {
        index.push(id, &columns(row));
    }
    index
}

fn columns(row: &[Cell]) -> Vec<Column<'_>> {
    row.iter().map(Cell::column).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn folding_twice_changes_nothing(text in hostile()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn folding_is_what_the_rule_says(text in hostile()) {
        prop_assert_eq!(fold(&text), plain::fold(&text));
    }

    #[test]
    fn the_index_finds_what_reading_row_by_row_finds(
        rows in prop::collection::vec(cells(), 0..90),
        typed in query_text(),
    ) {
        let found: Vec<u32> = index(&rows).search(&Query::parse(&typed)).rows().collect();
        let expected: Vec<u32> =
            (0..).zip(&rows).filter(|(_, row)| plain::matches(row, &typed)).map(|(at, _)| at).collect();
        prop_assert_eq!(found, expected, "typed: {:?}", typed);
    }

    #[test]
    fn replaced_rows_are_found_as_if_pushed_so(
        before in prop::collection::vec(cells(), 1..80),
        after in prop::collection::vec(cells(), 1..80),
        typed in query_text(),
    ) {
        let mut replaced = index(&before);
        let mut rows = before;
        for (at, row) in (0..).zip(after.into_iter().take(rows.len())) {
            replaced.replace(at, &columns(&row));
            rows[at as usize] = row;
        }
        let query = Query::parse(&typed);
        prop_assert_eq!(replaced.search(&query), index(&rows).search(&query));
    }

    #[test]
    fn a_piece_of_any_column_finds_its_row_and_is_marked(cell in plain::tidy_cell(), from: u16, len: u16) {
        let query = Query::parse(piece(cell.column().text(), from, len));
        let rows = [vec![Cell::Text("another".to_owned()), cell.clone()]];
        prop_assert!(index(&rows).search(&query).contains(0), "{:?}", query);
        prop_assert!(query.is_empty() || !marks(cell.column(), &query).is_empty(), "{:?}", query);
    }

    #[test]
    fn marks_lie_apart_on_characters_and_hold_a_match(cell in plain::cell(), typed in query_text()) {
        let (column, query) = (cell.column(), Query::parse(&typed));
        let marks = marks(column, &query);
        prop_assert_eq!(marks.is_empty(), !plain::holds_any(&cell, &typed));
        prop_assert!(marks.windows(2).all(|pair| pair[0].end < pair[1].start));
        for mark in &marks {
            let marked = &column.text()[mark.clone()];
            prop_assert!(plain::alone(&cell, marked).iter().any(|cell| plain::holds_any(cell, &typed)), "{}", marked);
        }
        let cut = snippet(column.text(), &marks);
        prop_assert!(cut.marks.iter().all(|mark| cut.text.get(mark.clone()).is_some()));
        prop_assert_eq!(cut.marks.is_empty(), marks.is_empty());
    }

    #[test]
    fn every_row_found_is_explained(
        row in prop::collection::vec(plain::tidy_cell(), 1..7),
        of: prop::sample::Index,
        from: u16,
        len: u16,
        split: prop::sample::Index,
    ) {
        let columns = columns(&row);
        let query = Query::parse(piece(of.get(&columns).text(), from, len));
        let (shown, hidden) = columns.split_at(split.index(columns.len()));
        let explanation = query.explain(shown, hidden);
        prop_assert_eq!(explanation.shown.len(), shown.len());
        let is_marked = explanation.shown.iter().any(|marks| !marks.is_empty());
        prop_assert!(query.is_empty() || is_marked || !explanation.elsewhere.is_empty());
        prop_assert!(explanation.elsewhere.iter().all(|named| !named.marks.is_empty()));
    }

    #[test]
    fn nothing_panics(text in hostile(), typed in hostile()) {
        let index = index(&[vec![Cell::Text(text.clone()), Cell::Code(text.clone()), Cell::Phone(text.clone()), Cell::Amount(text.clone())]]);
        let _ = (suggestion(&index, &typed), order_key(&text), other_layout(&typed));
    }

    #[test]
    fn the_other_layout_of_letters_leads_back(text in "[а-яА-Я ]{1,20}") {
        prop_assume!(!text.trim().is_empty());
        let there = other_layout(&text).unwrap();
        if there.contains(|c: char| c.is_ascii_alphabetic()) {
            prop_assert_eq!(other_layout(&there).unwrap(), text);
        }
    }
}

#[test]
fn a_megabyte_of_anything_is_survived() {
    for unit in ["a", "я", "\u{301}", "\u{202e}", "\0", "👩\u{200d}👧", "'", "1,", "\u{1100}\u{1161}", "<script>"]
    {
        let text = unit.repeat(1_000_000 / unit.len());
        let mut index = Index::default();
        index.push(1, &[Column::Text(&text), Column::Code(&text), Column::Phone(&text), Column::Amount(&text)]);
        let query = Query::parse(&text);
        assert!(index.search(&query).contains(0), "{unit:?}");
        let _ = (marks(Column::Text(&text), &query), suggestion(&index, &text));
    }
}
