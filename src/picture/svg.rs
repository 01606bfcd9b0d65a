//! Scene -> SVG.

use xmlwriter::{Indent, Options, XmlWriter};

use super::font::{FAMILY, Face};
use super::scene::{Anchor, Scene, Shape, Text};

/// The scene as SVG; the same scene gives the same bytes.
pub(super) fn write(scene: &Scene) -> String {
    let options = Options { indent: Indent::None, ..Options::default() };
    let mut xml = XmlWriter::new(options);
    xml.start_element("svg");
    xml.write_attribute("xmlns", "http://www.w3.org/2000/svg");
    xml.write_attribute("width", &scene.width);
    xml.write_attribute("height", &scene.height);
    xml.write_attribute("font-family", FAMILY);
    for shape in &scene.shapes {
        draw(&mut xml, shape);
    }
    xml.end_element();
    xml.end_document()
}

fn draw(xml: &mut XmlWriter, shape: &Shape) {
    match shape {
        Shape::Area { x, y, width, height, radius, fill } => {
            xml.start_element("rect");
            for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height), ("rx", radius)] {
                xml.write_attribute(name, value);
            }
            xml.write_attribute("fill", fill);
        }
        Shape::Line { from, to, colour, width } => {
            xml.start_element("line");
            for (name, value) in [("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)] {
                xml.write_attribute(name, &value);
            }
            xml.write_attribute("stroke", colour);
            xml.write_attribute("stroke-width", width);
        }
        Shape::Disc { x, y, radius, fill, edge } => {
            xml.start_element("circle");
            for (name, value) in [("cx", x), ("cy", y), ("r", radius)] {
                xml.write_attribute(name, value);
            }
            xml.write_attribute("fill", fill);
            xml.write_attribute("stroke", edge);
            xml.write_attribute("stroke-width", "2.5");
        }
        Shape::Text(text) => write_text(xml, text),
    }
    xml.end_element();
}

fn write_text(xml: &mut XmlWriter, text: &Text) {
    xml.start_element("text");
    xml.write_attribute("x", &text.x);
    xml.write_attribute("y", &text.y);
    xml.write_attribute("font-size", &text.size);
    xml.write_attribute("fill", text.colour);
    if text.face == Face::Bold {
        xml.write_attribute("font-weight", "bold");
    }
    match text.at {
        Anchor::Start => {}
        Anchor::Middle => xml.write_attribute("text-anchor", "middle"),
        Anchor::End => xml.write_attribute("text-anchor", "end"),
    }
    xml.write_attribute("xml:space", "preserve");
    // The writer escapes what opens an element, but neither what opens an entity nor what ends a section.
    xml.write_text(&text.words.replace('&', "&amp;").replace('>', "&gt;"));
}
