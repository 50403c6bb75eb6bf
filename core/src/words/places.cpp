// The 19 fields with their societies, as the Japanese Medical Specialty Board names them, and the 47 prefectures.
#include <array>

#include "senkoi/codes/prefecture_names.hpp"
#include "senkoi/words/label.hpp"

namespace senkoi::words {
namespace {

struct FieldRow {
  Bilingual field;
  Bilingual society;
};

constexpr std::array<FieldRow, fieldCount> fields{{
    {{"内科", "Internal medicine"}, {"日本内科学会", "The Japanese Society of Internal Medicine"}},
    {{"小児科", "Pediatrics"}, {"日本小児科学会", "Japan Pediatric Society"}},
    {{"皮膚科", "Dermatology"}, {"日本皮膚科学会", "Japanese Dermatological Association"}},
    {{"精神科", "Psychiatry"}, {"日本精神神経学会", "The Japanese Society of Psychiatry and Neurology"}},
    {{"外科", "Surgery"}, {"日本外科学会", "Japan Surgical Society"}},
    {{"整形外科", "Orthopaedic surgery"}, {"日本整形外科学会", "The Japanese Orthopaedic Association"}},
    {{"産婦人科", "Obstetrics and gynaecology"}, {"日本産科婦人科学会", "Japan Society of Obstetrics and Gynecology"}},
    {{"眼科", "Ophthalmology"}, {"日本眼科学会", "Japanese Ophthalmological Society"}},
    {{"耳鼻咽喉科", "Otorhinolaryngology"}, {"日本耳鼻咽喉科学会", "The Oto-Rhino-Laryngological Society of Japan"}},
    {{"泌尿器科", "Urology"}, {"日本泌尿器科学会", "The Japanese Urological Association"}},
    {{"脳神経外科", "Neurosurgery"}, {"日本脳神経外科学会", "The Japan Neurosurgical Society"}},
    {{"放射線科", "Radiology"}, {"日本医学放射線学会", "Japan Radiological Society"}},
    {{"麻酔科", "Anesthesiology"}, {"日本麻酔科学会", "Japanese Society of Anesthesiologists"}},
    {{"病理", "Pathology"}, {"日本病理学会", "The Japanese Society of Pathology"}},
    {{"臨床検査", "Laboratory medicine"}, {"日本臨床検査医学会", "Japanese Society of Laboratory Medicine"}},
    {{"救急科", "Emergency medicine"}, {"日本救急医学会", "Japanese Association for Acute Medicine"}},
    {{"形成外科", "Plastic surgery"}, {"日本形成外科学会", "Japan Society of Plastic and Reconstructive Surgery"}},
    {{"リハビリテーション科", "Rehabilitation medicine"},
     {"日本リハビリテーション医学会", "The Japanese Association of Rehabilitation Medicine"}},
    {{"総合診療", "General practice"}, {"日本専門医機構", "Japanese Medical Specialty Board"}},
}};

static_assert(fields.back().field.en == "General practice");

}  // namespace

std::string_view label(Field field, Language language) {
  return fields[number(field) - 1].field.in(language);
}
std::string_view society(Field field, Language language) {
  return fields[number(field) - 1].society.in(language);
}
std::string_view label(Prefecture prefecture, Language language) {
  return prefectureNames[number(prefecture) - 1].in(language);
}

}  // namespace senkoi::words
