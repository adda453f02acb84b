import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Runs veraPDF's validator, with its own profile, over files that are named on standard input.
 *
 * <p>The package that the tests take veraPDF from leaves out what reads profiles (JAXB), so this
 * reads the profile's XML into the very objects that JAXB would have made.
 *
 * <p>One line a file: name, `true` or `false`, number of checks; a line with a tab before it for
 * each failed check: clause, number of the test, what it asks, where.
 */
public final class Verapdf {
    private static String text(Element inside, String name) {
        NodeList found = inside.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static ValidationProfile profile(PDFAFlavour flavour, String name) throws Exception {
        String place = "org/verapdf/pdfa/validation/" + name + ".xml";
        Element root;
        try (InputStream in = Profiles.class.getClassLoader().getResourceAsStream(place)) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        NodeList all = root.getElementsByTagName("rule");
        for (int i = 0; i < all.getLength(); i++) {
            Element rule = (Element) all.item(i);
            Element id = (Element) rule.getElementsByTagName("id").item(0);
            ErrorDetails error = Profiles.errorFromValues(text(rule, "message"), List.of());
            rules.add(
                    Profiles.ruleFromValues(
                            Profiles.ruleIdFromValues(
                                    PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                                    id.getAttribute("clause"),
                                    Integer.parseInt(id.getAttribute("testNumber"))),
                            rule.getAttribute("object"),
                            rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
                            rule.getAttribute("tags"),
                            text(rule, "description"),
                            text(rule, "test"),
                            error,
                            new ArrayList<>()));
        }
        Set<Variable> variables = new HashSet<>();
        all = root.getElementsByTagName("variable");
        for (int i = 0; i < all.getLength(); i++) {
            Element one = (Element) all.item(i);
            variables.add(
                    Profiles.variableFromValues(
                            one.getAttribute("name"),
                            one.getAttribute("object"),
                            text(one, "defaultValue"),
                            text(one, "value")));
        }
        return Profiles.profileFromValues(
                flavour, Profiles.profileDetailsFromValues(name, "", "", new Date(0)), "", rules, variables);
    }

    public static void main(String[] args) throws Exception {
        Logger.getLogger("org.verapdf").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.fromString(args[0]);
        ValidationProfile profile = profile(flavour, args[1]);
        java.util.Scanner names = new java.util.Scanner(System.in, "UTF-8");
        while (names.hasNextLine()) {
            String name = names.nextLine();
            try (FileInputStream in = new FileInputStream(name);
                    PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
                    PDFAValidator validator =
                            Foundries.defaultInstance().createValidator(profile, 100, false, false, false)) {
                ValidationResult result = validator.validate(parser);
                System.out.println(name + "\t" + result.isCompliant() + "\t" + result.getTotalAssertions());
                for (TestAssertion one : result.getTestAssertions()) {
                    System.out.println(
                            "\t" + one.getRuleId().getClause() + "\t" + one.getRuleId().getTestNumber()
                                    + "\t" + one.getMessage() + "\t" + one.getLocation().getContext());
                }
            }
        }
    }
}
