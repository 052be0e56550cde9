package io.paperpress.search.web;

import io.paperpress.search.language.Help;
import java.util.List;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** What can be typed. */
@RestController
@CrossOrigin(origins = "*", methods = RequestMethod.GET)
class LanguageController {

    /** The help text of the query language. */
    record HelpText(List<Help.Entry> syntax) {}

    @GetMapping("/api/search/help")
    HelpText help() {
        return new HelpText(Help.entries());
    }
}
