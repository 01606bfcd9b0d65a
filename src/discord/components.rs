//! Buttons, and forms that people fill in, as Discord takes them.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::discord::escape::visible;
use crate::discord::limits;

/// Discord's numbers of components.
const ROW: u8 = 1;
const BUTTON: u8 = 2;
const TEXT_INPUT: u8 = 4;
/// Discord's number of a grey button.
const SECONDARY: u8 = 2;
/// Discord's number of an input of several lines.
const PARAGRAPH: u8 = 2;

/// A row of buttons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    buttons: Vec<Button>,
}

/// A button that sends its id when pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    label: String,
    custom_id: String,
}

impl Button {
    /// A button; none when its id is too long or its label says nothing.
    ///
    /// The label is cut to Discord's limit.
    pub fn new(label: &str, custom_id: String) -> Option<Self> {
        let label = limits::trim(&visible(label), limits::aim(limits::BUTTON_LABEL)).into_owned();
        let is_valid = !label.is_empty() && (1..=limits::CUSTOM_ID).contains(&limits::count(&custom_id));
        is_valid.then_some(Self { label, custom_id })
    }

    /// What stands on it.
    pub fn label(&self) -> &str {
        &self.label
    }
}

impl Row {
    /// Rows of these buttons, as many in each as go in, each id once: Discord refuses a message in which one comes twice.
    pub fn of(buttons: impl IntoIterator<Item = Button>) -> Vec<Self> {
        let mut unique: Vec<Button> = Vec::new();
        for button in buttons {
            if !unique.iter().any(|known| known.custom_id == button.custom_id) {
                unique.push(button);
            }
        }
        let rows = unique.chunks(limits::ROW_BUTTONS).map(|buttons| Self { buttons: buttons.to_vec() });
        rows.take(limits::ROWS).collect()
    }
}

impl Row {
    /// The ids of its buttons.
    pub(crate) fn custom_ids(&self) -> impl Iterator<Item = &str> {
        self.buttons.iter().map(|button| button.custom_id.as_str())
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("Row", 2)?;
        row.serialize_field("type", &ROW)?;
        row.serialize_field("components", &self.buttons)?;
        row.end()
    }
}

impl Serialize for Button {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut button = serializer.serialize_struct("Button", 4)?;
        button.serialize_field("type", &BUTTON)?;
        button.serialize_field("style", &SECONDARY)?;
        button.serialize_field("label", &self.label)?;
        button.serialize_field("custom_id", &self.custom_id)?;
        button.end()
    }
}

/// A form with one text to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What comes back when it is sent.
    pub custom_id: String,
    /// Above the form.
    pub title: &'static str,
    /// Above the input.
    pub label: &'static str,
    /// The most that may be written.
    pub most: usize,
}

/// The id of a form's only input.
pub const INPUT: &str = "text";

impl Serialize for Form {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Input {
            #[serde(rename = "type")]
            kind: u8,
            custom_id: &'static str,
            style: u8,
            label: &'static str,
            min_length: usize,
            max_length: usize,
            required: bool,
        }
        #[derive(Serialize)]
        struct InputRow {
            #[serde(rename = "type")]
            kind: u8,
            components: [Input; 1],
        }
        let input = Input {
            kind: TEXT_INPUT,
            custom_id: INPUT,
            style: PARAGRAPH,
            label: self.label,
            min_length: 1,
            max_length: self.most.min(limits::INPUT_VALUE),
            required: true,
        };
        let mut form = serializer.serialize_struct("Form", 3)?;
        form.serialize_field("custom_id", &self.custom_id)?;
        form.serialize_field("title", self.title)?;
        form.serialize_field("components", &[InputRow { kind: ROW, components: [input] }])?;
        form.end()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_button_keeps_discords_limits() {
        assert!(Button::new("\u{200B}", "x".to_owned()).is_none());
        assert!(Button::new("a", "x".repeat(101)).is_none());
        let long = Button::new(&"word ".repeat(40), "x".to_owned()).expect("it is cut");
        assert!(limits::count(&long.label) <= limits::BUTTON_LABEL);
    }

    #[test]
    fn no_id_comes_twice_and_rows_are_filled() {
        let button = |id: u8| Button::new("a", id.to_string()).expect("a button");
        let rows = Row::of((0..7).chain(0..7).map(button));
        assert_eq!(rows.iter().map(|row| row.buttons.len()).collect::<Vec<_>>(), [5, 2]);
        assert_eq!(Row::of((0..60).map(button)).len(), limits::ROWS);
        assert_eq!(
            serde_json::to_value(&rows[1]).expect("plain data"),
            json!({"type": 1, "components": [
                {"type": 2, "style": 2, "label": "a", "custom_id": "5"},
                {"type": 2, "style": 2, "label": "a", "custom_id": "6"},
            ]})
        );
    }
}
