"""Olark's JavaScript API: each setting, method and callback, and what it takes.

Source: Olark, "Javascript API". The categories and the titles are the page's menu, in its order, in which a section can be
found; the types are those of the section's last lines and of its examples. What the page's "Arguments" do not call optional
is required. The menu names three keys `system.hb_custom_style_…`; the sections show that they are members of one setting.

Decisions where the page is silent:
- `system.hb_position` is shown as `left`; the box stands on the right without it.
- `api.box.setLocale` has a list of languages behind a link; the page's own is that of `system.localization`.
- The parts of `system.hb_custom_style` can be left out, or be "" as in the examples, which keeps what is set elsewhere.
- One of `perPage`, `perVisit`, `perVisitor` is meant ("OR"), and none of them is needed.
- The strings of the chat box are in no menu: they have a category of ours, and no title.
- Of `onShow`, `onExpand` and others the page names no content, though some examples have an argument `event`.
"""

from __future__ import annotations

from dataclasses import dataclass

from vendor_types import COLOR, FLAG, FUNCTION, NUMBER, OBJECT, SIZE, TEXT, WHOLE, Type, either, list_of, members, one_of, required

SETTING, METHOD, CALLBACK = "setting", "method", "callback"


@dataclass(frozen=True)
class Entry:
    """A name of the API. A callback takes a function, which is given `receives`; so does a method that answers."""

    name: str
    kind: str
    category: str
    titles: tuple[str, ...]
    arguments: tuple[Type, ...]
    receives: Type | None = None




def options(**named: Type) -> Type:
    """An argument whose members are all required."""
    return required(members(**{name: required(one) for name, one in named.items()}))


LANGUAGES = ("en-US", "de-DE", "es-ES", "fr-FR", "it-IT", "nl-NL", "pt-BR", "ru-RU", "sv-SE", "tr-TR", "zh-CN")
LANGUAGE = one_of(*LANGUAGES)
FIELD = one_of("required", "optional", "hidden")
STYLE = members(
    general=required(
        members(fonts=list_of(TEXT), corners=one_of("soft", "hard", ""), secondaryColor=either(COLOR, one_of("")))
    )
)
MESSAGE = members(message=required(members(body=required(TEXT))))
OPERATORS_MESSAGE = members(message=required(members(body=required(TEXT), nickname=required(TEXT))))
COMMAND = members(command=required(members(name=required(TEXT), body=TEXT)))  # the page marks both: (required), (optional)
RULE = required(
    members(
        id=required(TEXT), description=required(TEXT), condition=required(FUNCTION), action=required(FUNCTION),
        perPage=FLAG, perVisit=FLAG, perVisitor=FLAG,
    )
)  # fmt: skip
NICKNAME = required(members(snippet=required(TEXT), hidesDefault=FLAG))
STATUS = options(snippet=either(TEXT, list_of(TEXT)))
PAGE = members(title=TEXT, url=TEXT)
DETAILS = members(
    emailAddress=TEXT, fullName=TEXT, phoneNumber=TEXT, city=TEXT, region=TEXT, country=TEXT, countryCode=TEXT, organization=TEXT,
    visitCount=WHOLE, pageCountForThisVisit=WHOLE, pageCountAcrossAllVisits=WHOLE, secondsSpentForThisVisit=NUMBER,
    secondsSpentAcrossAllVisits=NUMBER, currentPage=PAGE, recentPageHistory=list_of(PAGE), conversationCount=WHOLE,
    isConversing=FLAG, messageCountForThisVisit=WHOLE, messageCountAcrossAllVisits=WHOLE, secondsSinceLastMessage=NUMBER,
    secondsSinceLastMessageToOperator=NUMBER, secondsSinceLastMessageToVisitor=NUMBER,
    secondsSinceLastNotificationToOperator=NUMBER, conversationBeginPage=TEXT, referrer=TEXT,
    referredByPaidAdvertisingThisVisit=FLAG, referredByPaidAdvertisingEver=FLAG, referredByCampaignThisVisit=FLAG,
    referredByCampaignEver=FLAG, searchTextForThisVisit=TEXT, searchTextForPreviousVisits=TEXT, browser=TEXT,
    operatingSystem=TEXT, ip=TEXT, customFields=OBJECT,
)  # fmt: skip

# By category: the title in the menu, the name, what kind of name it is, and what it takes.
MENU: dict[str, list[tuple]] = {
    "Attention Grabber": [
        ("Enable Attention Grabber", "features.attention_grabber", SETTING, FLAG),
        ("Online Attention Grabber image", "CalloutBubble.bubble_image_url", SETTING, TEXT),
        ("Offline Attention Grabber image", "CalloutBubble.bubble_image_url_offline", SETTING, TEXT),
        ("Attention Grabber image width", "CalloutBubble.bubble_width", SETTING, SIZE),
        ("Attention Grabber image height", "CalloutBubble.bubble_height", SETTING, SIZE),
        ("Attention Grabber animation", "CalloutBubble.slide", SETTING, FLAG),
    ],
    "Chat box appearance": [
        ("Show as Tab", "system.hb_show_as_tab", SETTING, FLAG),
        ("Set Theme Color", "system.hb_primary_color", SETTING, COLOR),
        ("Change Chatbox Position", "system.hb_position", SETTING, one_of("left", "right")),
        ("Disable the Mobile Chatbox", "system.hb_disable_mobile", SETTING, FLAG),
        ("Floating Chatbox (Experimental)", "system.hb_detached", SETTING, FLAG),
        ("Set Dark Theme", "system.hb_dark_theme", SETTING, FLAG),
        ("Change the Color of Visitor Messages", "system.hb_custom_style", SETTING, STYLE),
        ("Change Font Family", "system.hb_custom_style", SETTING, STYLE),
        ("Change the Border Radius", "system.hb_custom_style", SETTING, STYLE),
        ("Change Chatbox Size", "system.hb_chatbox_size", SETTING, one_of("sm", "md", "lg", "dr")),
        ("Change Text Position", "system.right_to_left", SETTING, FLAG),
        ("Show Button Text", "system.hb_show_button_text", SETTING, FLAG),
    ],
    "Chat box behavior": [
        ("Show the chatbox", "api.box.show", METHOD),
        ("Hide the chatbox", "api.box.hide", METHOD),
        ("Expand the chatbox", "api.box.expand", METHOD),
        ("Minimize the chatbox", "api.box.shrink", METHOD),
        ("Dynamically change the chatbox language", "api.box.setLocale", METHOD, LANGUAGE),
        ("On chatbox show", "api.box.onShow", CALLBACK),
        ("On chatbox hide", "api.box.onHide", CALLBACK),
        ("On chatbox expand", "api.box.onExpand", CALLBACK),
        ("On chatbox minimize", "api.box.onShrink", CALLBACK),
    ],
    "Chat conversation": [
        ("On chatbox load", "api.chat.onReady", CALLBACK),
        ("Change operator group", "api.chat.setOperatorGroup", METHOD, options(group=TEXT)),
        ("On operators available", "api.chat.onOperatorsAvailable", CALLBACK),
        ("On operators unavailable", "api.chat.onOperatorsAway", CALLBACK),
        ("On conversation start", "api.chat.onBeginConversation", CALLBACK),
        ("On message to operator", "api.chat.onMessageToOperator", CALLBACK, MESSAGE),
        ("On message to visitor", "api.chat.onMessageToVisitor", CALLBACK, OPERATORS_MESSAGE),
        ("On operator command", "api.chat.onCommandFromOperator", CALLBACK, COMMAND),
        ("Send message to visitor", "api.chat.sendMessageToVisitor", METHOD, options(body=TEXT)),
        ("Send operator notification", "api.chat.sendNotificationToOperator", METHOD, options(body=TEXT)),
        ("Send visitor notification", "api.chat.sendNotificationToVisitor", METHOD, options(body=TEXT)),
        ("Offline message sent", "api.chat.onOfflineMessageToOperator", CALLBACK, MESSAGE),
    ],
    "Configure the chat box": [
        ("Enable Chat Ratings", "features.feedback", SETTING, FLAG),
        ("Enable Pre-chat Survey", "features.prechat_survey", SETTING, FLAG),
        ("Expand chatbox on load", "box.start_expanded", SETTING, FLAG),
        ("Start chatbox hidden", "box.start_hidden", SETTING, FLAG),
        ("Load chatbox in DOM element", "box.inline", SETTING, FLAG),
        ("Page change notifications", "system.give_location_to_operator", SETTING, FLAG),
        ("Pre-chat visitor notifications", "system.disable_default_visitor_information", SETTING, FLAG),
        ("Configure the default language", "system.localization", SETTING, LANGUAGE),
        ("Set operator group", "system.group", SETTING, TEXT),
        ("Allowed domains", "system.allowed_domains", SETTING, TEXT),
        ("Single page applications", "system.is_single_page_application", SETTING, FLAG),
        ("Prevent non-local URL wrapping", "system.chat_does_not_follow_external_links", SETTING, FLAG),
    ],
    "Google Analytics": [
        ("Enable Google Analytics", "features.google_analytics", SETTING, FLAG),
        ("Set Google Analytics ID", "system.google_analytics_id", SETTING, TEXT),
    ],
    "Greeter": [
        ("Switch on the Greeter", "WelcomeAssist.welcome_new_visitors", SETTING, FLAG),
        ("Enable Greeter", "features.greeter", SETTING, FLAG),
        ("Set Greeter delay in seconds", "WelcomeAssist.welcome_delay_in_seconds", SETTING, SIZE),
        ("Set Greeter Welcome Messages", "WelcomeAssist.welcome_messages", SETTING, list_of(TEXT)),
        ("Notify operators of first-time visitors", "WelcomeAssist.notify_operator_of_new_visitors", SETTING, FLAG),
    ],
    "Pre-chat survey": [
        ("Require name", "system.ask_for_name", SETTING, FIELD),
        ("Require email", "system.ask_for_email", SETTING, FIELD),
        ("Require phone number", "system.ask_for_phone", SETTING, FIELD),
    ],
    "Targeted Chat": [("Define Targeted Chat rules", "api.rules.defineRule", METHOD, RULE)],
    "Visitor information": [
        ("Get visitor details", "api.visitor.getDetails", METHOD, FUNCTION, DETAILS),
        ("Update visitor nickname", "api.chat.updateVisitorNickname", METHOD, NICKNAME),
        ("Update visitor status", "api.chat.updateVisitorStatus", METHOD, STATUS),
        ("Update visitor name", "api.visitor.updateFullName", METHOD, options(fullName=TEXT)),
        ("Update visitor email", "api.visitor.updateEmailAddress", METHOD, options(emailAddress=TEXT)),
        ("Update visitor phone", "api.visitor.updatePhoneNumber", METHOD, options(phoneNumber=TEXT)),
        ("Update CRM custom fields", "api.visitor.updateCustomFields", METHOD, OBJECT),
    ],
}

# What counts without a setting, and what needs something beside it, as far as the page says so.
DEFAULTS = {"system.hb_chatbox_size": "md"}
GROUPS = "an Olark plan with operator groups"
SURVEY = "the pre-chat survey, `features.prechat_survey`"
NEEDS = {
    "system.group": GROUPS, "api.chat.setOperatorGroup": GROUPS, "system.ask_for_name": SURVEY, "system.ask_for_email": SURVEY,
    "system.ask_for_phone": SURVEY,
}  # fmt: skip

# "Configure the default language": all the strings that can be configured, each a text, in the page's groups and order.
LOCALE = {
    "online chatbox": ["welcome_title", "chatting_title", "welcome_message", "chat_input_text", "ended_chat_message"],
    "offline chatbox": [
        "unavailable_title", "away_message", "name_input_text", "email_input_text", "phone_input_text", "offline_note_message",
        "send_button_text", "offline_note_thankyou_text", "offline_note_error_text",
    ],
    "pre-chat survey": [  # and again name_input_text, email_input_text, phone_input_text
        "introduction_error_text", "introduction_messages", "introduction_submit_button_text",
    ],
    "chat ratings": [
        "feedback_survey_question_chat_text", "feedback_survey_question_operator_intelligence_text",
        "feedback_survey_question_operator_speed_text", "feedback_survey_question_operator_attitude_text",
        "feedback_survey_question_1_text", "feedback_survey_question_2_text", "feedback_survey_question_3_text",
        "feedback_survey_question_4_text", "feedback_survey_question_5_text", "feedback_survey_question_chat_low",
        "feedback_survey_question_chat_high", "feedback_survey_question_operator_intelligence_low",
        "feedback_survey_question_operator_intelligence_high", "feedback_survey_question_operator_speed_low",
        "feedback_survey_question_operator_speed_high", "feedback_survey_question_operator_attitude_low",
        "feedback_survey_question_operator_attitude_high", "feedback_survey_question_additional_feedback_text",
        "feedback_survey_button_next", "feedback_survey_button_submitting", "feedback_survey_button_finish",
        "feedback_survey_end_message", "feedback_survey_submission_error_message", "feedback_survey_begin_button_text",
        "feedback_survey_complete_button_text", "feedback_survey_cancel_text", "restart_chat_online_button_text",
        "restart_chat_offline_button_text",
    ],
    "send transcript": [
        "send_transcript_title_text", "send_transcript_begin_button_text", "send_transcript_complete_button_text",
        "send_transcript_error_text", "send_transcript_cancel_text", "send_transcript_placeholder",
    ],
}  # fmt: skip


def _entries() -> dict[str, Entry]:
    made: dict[str, Entry] = {}
    for category, rows in MENU.items():
        for title, name, kind, *taken in rows:
            titles = (*(made[name].titles if name in made else ()), title)
            if kind == CALLBACK:
                made[name] = Entry(name, kind, category, titles, (required(FUNCTION),), *map(required, taken))
            else:
                made[name] = Entry(name, kind, category, titles, tuple(map(required, taken[:1])), *map(required, taken[1:]))
    for names in LOCALE.values():
        for name in names:
            made[f"locale.{name}"] = Entry(f"locale.{name}", SETTING, "Texts of the chat box", (), (required(TEXT),))
    return made


ENTRIES = _entries()
