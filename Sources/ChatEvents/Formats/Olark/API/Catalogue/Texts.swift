// The chat box's own texts. The page lists their names in the section of `system.localization`; a text that is set so is
// shown whatever the language is.

// The columns are the point of these tables; the formatter would close them up.
// swift-format-ignore
extension OlarkAPI.Category {
  static let texts = Self("Texts of the chat box", online + offline + survey + ratings + transcript)

  /// While an operator is there.
  private static let online: [OlarkAPI.Entry] = [
    .text("welcome_title",                "The title before a chat"),
    .text("chatting_title",               "The title during a chat"),
    .text("welcome_message",              "What stands in the open chat box before the first message"),
    .text("chat_input_text",              "What stands in the field for messages while it is empty"),
    .text("ended_chat_message",           "What is said when a chat has ended"),
  ]

  /// While no operator is there; the three fields serve the survey before a chat too.
  private static let offline: [OlarkAPI.Entry] = [
    .text("unavailable_title",            "The title while no operator is there"),
    .text("away_message",                 "What asks for a message while no operator is there"),
    .text("name_input_text",              "What stands in the field for the name while it is empty, offline and in the survey before a chat"),
    .text("email_input_text",             "What stands in the field for the e-mail address while it is empty, offline and in the survey before a chat"),
    .text("phone_input_text",             "What stands in the field for the phone number while it is empty, offline and in the survey before a chat"),
    .text("offline_note_message",         "What stands above the form for an offline message"),
    .text("send_button_text",             "The button that sends an offline message"),
    .text("offline_note_thankyou_text",   "What is said when an offline message was sent"),
    .text("offline_note_error_text",      "What is said when a field of the offline form is missing or wrong"),
  ]

  /// The survey before a chat.
  private static let survey: [OlarkAPI.Entry] = [
    .text("introduction_error_text",      "What is said when an answer of the survey before a chat is missing"),
    .text("introduction_messages",        "What stands above the survey before a chat"),
    .text("introduction_submit_button_text", "The button that ends the survey and starts the chat"),
  ]

  /// The rating after a chat.
  private static let ratings: [OlarkAPI.Entry] = [
    .text("feedback_survey_question_chat_text",                  "The question how content the visitor is with the chat"),
    .text("feedback_survey_question_operator_intelligence_text", "The question how much the operator knew"),
    .text("feedback_survey_question_operator_speed_text",        "The question how fast the operator answered"),
    .text("feedback_survey_question_operator_attitude_text",     "The question how kind the operator was"),
    .text("feedback_survey_question_1_text",                     "The heading of the first question"),
    .text("feedback_survey_question_2_text",                     "The heading of the second question"),
    .text("feedback_survey_question_3_text",                     "The heading of the third question"),
    .text("feedback_survey_question_4_text",                     "The heading of the fourth question"),
    .text("feedback_survey_question_5_text",                     "The heading of the fifth question"),
    .text("feedback_survey_question_chat_low",                   "The worst answer about the chat"),
    .text("feedback_survey_question_chat_high",                  "The best answer about the chat"),
    .text("feedback_survey_question_operator_intelligence_low",  "The worst answer about what the operator knew"),
    .text("feedback_survey_question_operator_intelligence_high", "The best answer about what the operator knew"),
    .text("feedback_survey_question_operator_speed_low",         "The worst answer about how fast the operator was"),
    .text("feedback_survey_question_operator_speed_high",        "The best answer about how fast the operator was"),
    .text("feedback_survey_question_operator_attitude_low",      "The worst answer about how kind the operator was"),
    .text("feedback_survey_question_operator_attitude_high",     "The best answer about how kind the operator was"),
    .text("feedback_survey_question_additional_feedback_text",   "What asks for anything else"),
    .text("feedback_survey_button_next",                         "The button that leads to the next question"),
    .text("feedback_survey_button_submitting",                   "The button while an answer is being sent"),
    .text("feedback_survey_button_finish",                       "The button behind the last question"),
    .text("feedback_survey_end_message",                         "What is said when all questions are answered"),
    .text("feedback_survey_submission_error_message",            "What is said when an answer could not be sent"),
    .text("feedback_survey_begin_button_text",                   "The button that starts the rating"),
    .text("feedback_survey_complete_button_text",                "The button that started the rating, when it is done"),
    .text("feedback_survey_cancel_text",                         "The link that leaves the rating"),
    .text("restart_chat_online_button_text",                     "The button that starts a new chat"),
    .text("restart_chat_offline_button_text",                    "The button that leads to the offline form, while no operator is there"),
  ]

  /// The form that sends the transcript to the visitor.
  private static let transcript: [OlarkAPI.Entry] = [
    .text("send_transcript_title_text",            "The title of the form that mails the chat to the visitor"),
    .text("send_transcript_begin_button_text",     "The button that mails the chat"),
    .text("send_transcript_complete_button_text",  "The button that mails the chat, when that is done"),
    .text("send_transcript_error_text",            "What is said when the chat could not be mailed"),
    .text("send_transcript_cancel_text",           "The link that leaves the form without mailing the chat"),
    .text("send_transcript_placeholder",           "What stands in the form's field for the e-mail address while it is empty"),
  ]
}

extension OlarkAPI.Entry {
  /// The setting of a text; the menu does not have it.
  fileprivate static func text(_ name: String, _ meaning: String) -> Self {
    .setting("locale.\(name)", .string, meaning: meaning)
  }
}
