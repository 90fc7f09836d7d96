/**
 * Run by the build: writes the home of the JDK that runs it, which is the one the build chose, to the file named, if it
 * does not say so already.
 */
void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.getParent());
    String home = System.getProperty("java.home") + System.lineSeparator();
    if (!Files.exists(file) || !Files.readString(file).equals(home)) {
        Files.writeString(file, home);
    }
}
