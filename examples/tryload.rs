fn main() {
    let a: Vec<String> = std::env::args().collect();
    let dir = &a[1];
    let m = std::fs::read(format!("{dir}/catalogue.json")).unwrap();
    let c = match mgi::Catalogue::from_documents(m, |n| std::fs::read(format!("{dir}/{n}")).ok()) {
        Ok(c) => { println!("{} {}", c.indicators().count(), c.title("es"));
           for p in c.lint() { println!("{} {} {:?} {}", p.document(), p.code(), p.location().map(|l| l.line()), p.message("en")); } c }
        Err(r) => {println!("{}", r.render("es")); return},
    };
    let s = match mgi::ResponseSet::from_json(std::fs::read(&a[2]).unwrap()) { Ok(s)=>s, Err(r) => {println!("{}", r.render("es")); return}};
    match c.assess(&s) { Err(r) => println!("{}", r.render("es")), Ok(x) => { 
      println!("{} warnings", x.warnings().len());
      let p = x.profile();
      println!("{:?}", p.counts());
      for d in p.domains() { println!("{} {:?} {:?} {:?} {:?}", d.code(), d.figures().score(), d.figures().interval().map(|i| (i.lowest().to_string(), i.highest().to_string())), d.figures().coverage().map(|x| x.to_string()), d.figures().reach().map(|x| x.to_string()));
        let t=d.trace(); println!("   {}/{} {:?}", t.numerator(), t.denominator(), t.value().map(|v|v.to_string())); }
      println!("{:?}", p.overall());
    }}
}
