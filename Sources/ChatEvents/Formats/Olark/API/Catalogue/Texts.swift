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
    .text("welcome_message",              "The text of the open chat box before the first message"),
    .text("chat_input_text",              "The placeholder of the message field"),
    .text("ended_chat_message",           "The text at the end of a chat"),
  ]

  /// While no operator is there; the three fields serve the survey before a chat too.
  private static let offline: [OlarkAPI.Entry] = [
    .text("unavailable_title",            "The title while no operator is available"),
    .text("away_message",                 "The prompt for a message while no operator is available"),
    .text("name_input_text",              "The placeholder of the name field, in the offline form and the pre-chat survey"),
    .text("email_input_text",             "The placeholder of the e-mail field, in the offline form and the pre-chat survey"),
    .text("phone_input_text",             "The placeholder of the phone field, in the offline form and the pre-chat survey"),
    .text("offline_note_message",         "The text above the offline form"),
    .text("send_button_text",             "The button that sends an offline message"),
    .text("offline_note_thankyou_text",   "The text after an offline message was sent"),
    .text("offline_note_error_text",      "The text if a field of the offline form is missing or invalid"),
  ]

  /// The survey before a chat.
  private static let survey: [OlarkAPI.Entry] = [
    .text("introduction_error_text",      "The text if an answer of the pre-chat survey is missing"),
    .text("introduction_messages",        "The text above the pre-chat survey"),
    .text("introduction_submit_button_text", "The button that ends the survey and starts the chat"),
  ]

  /// The rating after a chat.
  private static let ratings: [OlarkAPI.Entry] = [
    .text("feedback_survey_question_chat_text",                  "The question about the visitor's satisfaction"),
    .text("feedback_survey_question_operator_intelligence_text", "The question about the operator's knowledge"),
    .text("feedback_survey_question_operator_speed_text",        "The question about the operator's responsiveness"),
    .text("feedback_survey_question_operator_attitude_text",     "The question about the operator's friendliness"),
    .text("feedback_survey_question_1_text",                     "The heading of the first question"),
    .text("feedback_survey_question_2_text",                     "The heading of the second question"),
    .text("feedback_survey_question_3_text",                     "The heading of the third question"),
    .text("feedback_survey_question_4_text",                     "The heading of the fourth question"),
    .text("feedback_survey_question_5_text",                     "The heading of the fifth question"),
    .text("feedback_survey_question_chat_low",                   "The worst answer about the chat"),
    .text("feedback_survey_question_chat_high",                  "The best answer about the chat"),
    .text("feedback_survey_question_operator_intelligence_low",  "The worst answer about the operator's knowledge"),
    .text("feedback_survey_question_operator_intelligence_high", "The best answer about the operator's knowledge"),
    .text("feedback_survey_question_operator_speed_low",         "The worst answer about the operator's responsiveness"),
    .text("feedback_survey_question_operator_speed_high",        "The best answer about the operator's responsiveness"),
    .text("feedback_survey_question_operator_attitude_low",      "The worst answer about the operator's friendliness"),
    .text("feedback_survey_question_operator_attitude_high",     "The best answer about the operator's friendliness"),
    .text("feedback_survey_question_additional_feedback_text",   "The prompt for additional feedback"),
    .text("feedback_survey_button_next",                         "The button that leads to the next question"),
    .text("feedback_survey_button_submitting",                   "The button while an answer is being sent"),
    .text("feedback_survey_button_finish",                       "The button after the last question"),
    .text("feedback_survey_end_message",                         "The text after all questions are answered"),
    .text("feedback_survey_submission_error_message",            "The text if an answer could not be sent"),
    .text("feedback_survey_begin_button_text",                   "The button that starts the rating"),
    .text("feedback_survey_complete_button_text",                "The button that started the rating, after it is finished"),
    .text("feedback_survey_cancel_text",                         "The link that cancels the rating"),
    .text("restart_chat_online_button_text",                     "The button that starts a new chat"),
    .text("restart_chat_offline_button_text",                    "The button that opens the offline form while no operator is available"),
  ]

  /// The form that sends the transcript to the visitor.
  private static let transcript: [OlarkAPI.Entry] = [
    .text("send_transcript_title_text",            "The title of the form that e-mails the transcript to the visitor"),
    .text("send_transcript_begin_button_text",     "The button that e-mails the transcript"),
    .text("send_transcript_complete_button_text",  "The button that e-mails the transcript, after it was sent"),
    .text("send_transcript_error_text",            "The text if the transcript could not be e-mailed"),
    .text("send_transcript_cancel_text",           "The link that closes the form without sending the transcript"),
    .text("send_transcript_placeholder",           "The placeholder of the form's e-mail field"),
  ]
}

extension OlarkAPI.Entry {
  /// The setting of a text; the menu does not have it.
  fileprivate static func text(_ name: String, _ meaning: String) -> Self {
    .setting("locale.\(name)", .string, meaning: meaning)
  }
}
