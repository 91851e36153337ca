// The settings of the picture that asks visitors to chat.

// The columns are the point of this table; the formatter would close them up.
// swift-format-ignore
extension OlarkAPI.Category {
  static let attentionGrabber = Self("Attention Grabber", [
    .setting("features.attention_grabber",             .boolean, "Enable Attention Grabber",        meaning: "Switches the picture beside the chat box on or off for this page"),
    .setting("CalloutBubble.bubble_image_url",         .string,  "Online Attention Grabber image",  meaning: "The address of the picture that is shown while an operator is available"),
    .setting("CalloutBubble.bubble_image_url_offline", .string,  "Offline Attention Grabber image", meaning: "The address of the picture that is shown while no operator is available"),
    .setting("CalloutBubble.bubble_width",             .size,    "Attention Grabber image width",   meaning: "How wide the picture is, in pixels"),
    .setting("CalloutBubble.bubble_height",            .size,    "Attention Grabber image height",  meaning: "How high the picture is, in pixels"),
    .setting("CalloutBubble.slide",                    .boolean, "Attention Grabber animation",     meaning: "Whether the picture slides into view"),
  ])
}
