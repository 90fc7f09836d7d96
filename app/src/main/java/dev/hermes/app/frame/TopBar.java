package dev.hermes.app.frame;

import dev.hermes.app.background.Job;
import dev.hermes.app.language.Texts;
import dev.hermes.app.session.PayPeriod;
import dev.hermes.app.settings.Settings;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** Workspace, command palette, work in the background, language and theme, at the top. */
final class TopBar {

    private static final int PERCENT = 100;

    private final FrameModel model;
    private final Workspaces ways;
    private final Texts texts;
    private final HBox view = new HBox();

    TopBar(FrameModel model, Workspaces ways, Action palette) {
        this.model = model;
        this.ways = ways;
        texts = model.texts();
        view.getStyleClass().add("top-bar");
        view.getChildren().addAll(Words.label("H", "logo"), workspaces(), Words.whole(periods()), Words.gap(),
                search(palette), Words.gap(), Words.whole(jobs()), theme(), Words.whole(language()));
    }

    Node view() {
        return view;
    }

    private MenuButton workspaces() {
        MenuButton menu = new MenuButton();
        menu.setId("workspaces");
        menu.getStyleClass().add("chip");
        menu.textProperty().bind(Bindings.createStringBinding(() -> {
            var open = model.workspace().get();
            return open == null ? texts.get("top.noWorkspace") : String.valueOf(open.folder().getFileName());
        }, model.workspace(), texts.wording()));
        menu.setMnemonicParsing(false);
        menu.setOnShowing(_ -> look(menu));
        fill(menu, List.of());
        return menu;
    }

    /** Looks at the disk beside the screen: a folder may be on a drive that does not answer. */
    private void look(MenuButton menu) {
        List<String> folders = model.settings().get().recent();
        model.background().glance(_ -> folders.stream().map(RecentWorkspace::of).toList(),
                recent -> fill(menu, recent), model::tell);
    }

    private void fill(MenuButton menu, List<RecentWorkspace> recent) {
        menu.getItems().setAll(recent.stream().map(this::item).toList());
        if (!recent.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().addAll(Words.item("menu-open", ways.open()), Words.item("menu-new", ways.create()),
                Words.item("menu-demo", ways.demo()));
    }

    private MenuItem item(RecentWorkspace recent) {
        CustomMenuItem item = new CustomMenuItem(RecentList.line(recent, texts));
        item.setOnAction(_ -> model.open(recent.path()));
        return item;
    }

    private MenuButton periods() {
        MenuButton menu = new MenuButton();
        menu.setId("periods");
        menu.setMnemonicParsing(false);
        menu.getStyleClass().add("chip");
        menu.accessibleTextProperty().bind(texts.text("top.period"));
        model.period().subscribe(period -> {
            Words.shown(menu, period != null);
            menu.setText(period == null ? "" : period.period().code());
            menu.setGraphic(period != null && period.isClosed() ? new FontIcon(BootstrapIcons.LOCK) : null);
        });
        menu.setOnShowing(_ -> fillPeriods(menu));
        fillPeriods(menu);
        return menu;
    }

    private void fillPeriods(MenuButton menu) {
        List<PayPeriod> periods = model.periods();
        long calendars = periods.stream().map(PayPeriod::calendar).distinct().count();
        menu.getItems().setAll(periods.stream().map(period -> {
            MenuItem item = new MenuItem(calendars > 1
                    ? period.period().code() + " · " + period.calendar()
                    : period.period().code());
            item.setMnemonicParsing(false);
            item.setId("period-" + period.period().code());
            item.setGraphic(period.isClosed() ? new FontIcon(BootstrapIcons.LOCK) : null);
            item.setOnAction(_ -> model.period().set(period));
            return item;
        }).toList());
    }

    private Button search(Action palette) {
        Button button = new Button();
        button.setId("palette-button");
        button.getStyleClass().add("palette-button");
        HBox content = new HBox(Words.label(texts.text("top.search"), "faint"), Words.gap(),
                Words.label(palette.shortcut(), "keys"));
        content.setAlignment(Pos.CENTER_LEFT);
        content.prefWidthProperty().bind(button.widthProperty().subtract(22));
        button.setGraphic(content);
        button.accessibleTextProperty().bind(texts.text("top.search"));
        button.setOnAction(_ -> palette.run());
        return button;
    }

    private MenuButton jobs() {
        MenuButton menu = new MenuButton();
        menu.setId("jobs");
        menu.getStyleClass().addAll("chip", "quiet");
        FontIcon icon = new FontIcon(BootstrapIcons.ARROW_REPEAT);
        menu.setGraphic(icon);
        var jobs = model.background().jobs();
        menu.visibleProperty().bind(Bindings.isNotEmpty(jobs));
        jobs.addListener((ListChangeListener<Job>) _ -> follow(menu, List.copyOf(jobs)));
        follow(menu, List.of());
        return menu;
    }

    private void follow(MenuButton menu, List<Job> jobs) {
        menu.getItems().setAll(jobs.stream().map(this::item).toList());
        Observable[] followed = Stream.concat(Stream.of(texts.wording()), jobs.stream().map(Job::progress))
                .toArray(Observable[]::new);
        menu.textProperty().bind(Bindings.createStringBinding(() -> said(jobs), followed));
    }

    /** How many there are, and how far those have come together that know. */
    private String said(List<Job> jobs) {
        OptionalDouble part = jobs.stream().mapToDouble(job -> job.progress().get())
                .filter(progress -> progress != Job.UNKNOWN).average();
        return part.isPresent()
                ? texts.get("top.jobs.part", jobs.size(), (int) (part.getAsDouble() * PERCENT))
                : texts.get("top.jobs", jobs.size());
    }

    private MenuItem item(Job job) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(job.progress());
        bar.setPrefWidth(120);
        Label title = Words.label(job.title());
        title.setPrefWidth(220);
        Button cancel = new Button("", new FontIcon(BootstrapIcons.X));
        cancel.getStyleClass().add("quiet");
        cancel.setAccessibleText(texts.get("top.cancel", job.title()));
        cancel.setOnAction(_ -> job.cancel());
        cancel.setVisible(job.isCancellable());
        HBox row = new HBox(8, title, bar, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        CustomMenuItem item = new CustomMenuItem(row);
        item.setHideOnClick(false);
        return item;
    }

    private Button theme() {
        Button button = new Button();
        button.setId("theme");
        button.getStyleClass().addAll("chip", "quiet");
        button.graphicProperty().bind(model.settings().map(settings -> new FontIcon(
                settings.theme() == Settings.Theme.LIGHT ? BootstrapIcons.MOON : BootstrapIcons.SUN)));
        button.accessibleTextProperty().bind(texts.text("command.theme"));
        button.setOnAction(_ -> model.switchTheme());
        return button;
    }

    private Button language() {
        Button button = new Button("文 / En");
        button.setId("language");
        button.getStyleClass().addAll("chip", "quiet");
        button.accessibleTextProperty().bind(texts.text("command.language"));
        button.setOnAction(_ -> model.switchLanguage());
        return button;
    }
}
