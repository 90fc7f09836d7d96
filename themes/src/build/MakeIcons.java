import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * Draws the icon of the application in the sizes that desktops ask for: an H whose bar is an edge of a graph. From this
 * folder: {@code java MakeIcons.java ../main/resources/dev/hermes/themes/icons}.
 */
public final class MakeIcons {

    private static final int[] SIZES = {16, 32, 48, 64, 128, 256};
    /** Up to here an edge is a straight bar, or it would be a blur. */
    private static final int SMALL = 32;
    /** What coordinates are of. */
    private static final double GRID = 64;
    private static final Color UPPER = new Color(0x4a66f2);
    private static final Color LOWER = new Color(0x2c45c9);

    private MakeIcons() {}

    public static void main(String[] arguments) throws IOException {
        for (int size : SIZES) {
            ImageIO.write(icon(size), "png", new File(arguments[0], "icon-" + size + ".png"));
        }
    }

    private static BufferedImage icon(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(size / GRID, size / GRID);
        pen.setPaint(new GradientPaint(0, 2, UPPER, 0, 62, LOWER));
        pen.fill(new RoundRectangle2D.Double(3, 3, 58, 58, 26, 26));
        pen.setColor(Color.WHITE);
        draw(pen, 6.5f, new Line2D.Double(21, 17, 21, 47));
        draw(pen, 6.5f, new Line2D.Double(43, 17, 43, 47));
        if (size <= SMALL) {
            draw(pen, 5.5f, new Line2D.Double(21, 32, 43, 32));
        } else {
            draw(pen, 4.5f, new CubicCurve2D.Double(21, 37, 33, 37, 31, 27, 43, 27));
            pen.setColor(LOWER);
            pen.fill(new Ellipse2D.Double(18.6, 34.6, 4.8, 4.8));
            pen.fill(new Ellipse2D.Double(40.6, 24.6, 4.8, 4.8));
        }
        pen.dispose();
        return image;
    }

    private static void draw(Graphics2D pen, float width, Shape line) {
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(line);
    }
}
