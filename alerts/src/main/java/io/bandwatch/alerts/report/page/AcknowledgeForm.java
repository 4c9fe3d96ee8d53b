package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.messages.Messages;

/** What is asked of whoever says that he knows of an incident. The script of the page opens and sends it. */
final class AcknowledgeForm {
    private final Messages messages;

    AcknowledgeForm(Messages messages) {
        this.messages = messages;
    }

    String html() {
        return "<dialog id=\"acknowledge\"><form method=\"dialog\">\n<h2>"
                + text("acknowledge.title")
                + "</h2>\n<p class=\"of\"></p>\n"
                + field("who", "<input name=\"who\" maxlength=\"100\" autocomplete=\"name\">")
                + field("note", "<textarea name=\"note\" maxlength=\"1000\" rows=\"3\"></textarea>")
                + field("token", "<input name=\"token\" type=\"password\" autocomplete=\"off\">")
                + "<p class=\"note\" hidden></p>\n<p><button type=\"submit\">"
                + text("acknowledge.do")
                + "</button> <button type=\"button\" class=\"plain\">"
                + text("acknowledge.not")
                + "</button></p>\n</form></dialog>\n";
    }

    private String field(String name, String input) {
        return "<p class=\"field " + name + "\"><label>" + text("acknowledge." + name) + "<br>" + input
                + "</label></p>\n";
    }

    private String text(String key) {
        return Html.escape(messages.text(key));
    }
}
